namespace HartwoodPolicyBot.Tests.Policies.Corpus;

/// <summary>Three made-up policies, as a GP practice, a care home and a council write them.</summary>
internal static class CorpusPolicies
{
    public static CorpusPolicy Confidentiality { get; } =
        new(
            "Confidentiality and data protection policy",
            new HeadingPart(1, "Purpose"),
            new TextPart(
                "This policy sets out how the practice keeps what patients tell it confidential. It applies from the first contact, and "
                    + "goes on after a patient has left or died."
            ),
            new TextPart("Everyone who works here signs a confidentiality agreement on their first day."),
            new HeadingPart(1, "Roles and responsibilities"),
            new HeadingPart(2, "The Caldicott Guardian"),
            new TextPart("Dr A. Okafor is the Caldicott Guardian, i.e. the person who decides when information may be shared."),
            new HeadingPart(2, "All staff"),
            new TextPart("All staff must:"),
            new ItemPart("keep passwords and smartcards to themselves"),
            new ItemPart("lock the screen when they leave a desk, even for 2 minutes"),
            new ItemPart("report a suspected breach to the practice manager within 24 hours"),
            new TextPart("Nobody may look up the record of a relative, friend or colleague without a clinical reason."),
            new HeadingPart(1, "Sharing information"),
            new HeadingPart(2, "With consent"),
            new TextPart("We share information with another service when the patient has agreed. The agreement is written in the record."),
            new HeadingPart(2, "Without consent"),
            new TextPart(
                "Information may be shared without consent where the law requires it, where a court orders it, or where a person is at "
                    + "risk of serious harm. The reasons are always recorded."
            ),
            new HeadingPart(1, "Breaches"),
            new TextPart("A breach that is likely to harm people is reported to the ICO within 72 hours (UK GDPR, article 33)."),
            new HeadingPart(1, "Monitoring and review"),
            new TextPart("The practice manager audits access to records every 3 months and reports to the partners’ meeting."),
            new TextPart("This policy is reviewed each year, or sooner if the law changes.")
        );

    public static CorpusPolicy Medicines { get; } =
        new(
            "Medicines management policy",
            new HeadingPart(1, "Policy statement"),
            new TextPart("The home makes sure that residents get the right medicine, at the right time and in the right way."),
            new HeadingPart(1, "Scope"),
            new TextPart("The policy covers prescribed medicines, homely remedies, oxygen and creams."),
            new TextPart("It doesn’t cover food supplements that a resident’s family brings and keeps."),
            new HeadingPart(1, "Procedure"),
            new HeadingPart(2, "Ordering and receipt"),
            new TextPart("The senior carer orders medicines every 28 days. Two members of staff check each delivery against the order."),
            new HeadingPart(2, "Storage"),
            new TextPart("The medicines room is kept locked and below 25°C; the fridge between 2°C and 8°C."),
            new ItemPart("Controlled drugs are kept in the metal cupboard."),
            new ItemPart("Insulin in use may be kept out of the fridge for 28 days."),
            new ItemPart("Oxygen cylinders stand upright and are chained."),
            new HeadingPart(2, "Giving medicines"),
            new TextPart(
                "Only staff who have passed the competency check give medicines. They look at the chart, the label and the resident each "
                    + "time, and sign the chart after the resident has taken the medicine."
            ),
            new HeadingPart(2, "Refusal"),
            new TextPart("A resident may refuse. The reason is written on the chart and the GP is told if it happens twice."),
            new HeadingPart(1, "Errors"),
            new TextPart("Every error or near miss is reported to the manager on the same day. Ring 111 or the GP for advice first."),
            new HeadingPart(1, "Training"),
            new TextPart("Staff are trained before they give medicines for the first time, and then every 12 months."),
            new HeadingPart(1, "Appendix A: Homely remedies"),
            new TextPart("Paracetamol 500mg tablets, simple linctus and senna may be given for up to 48 hours.")
        );

    public static CorpusPolicy Complaints { get; } =
        new(
            "Corporate complaints procedure",
            new HeadingPart(1, "Introduction"),
            new TextPart("The council welcomes complaints, because they show where services can be better."),
            new HeadingPart(1, "What is a complaint?"),
            new TextPart(
                "A complaint is an expression of dissatisfaction, however made, about a service, an action or a lack of action by the "
                    + "council, its staff or its contractors."
            ),
            new TextPart("The following are not complaints under this procedure:"),
            new ItemPart("a first request for a service, such as a missed bin"),
            new ItemPart("an appeal against a parking ticket"),
            new ItemPart("anything that is before a court or tribunal"),
            new HeadingPart(1, "Stages of the procedure"),
            new HeadingPart(2, "Stage one"),
            new TextPart("The service manager replies within 10 working days. An acknowledgement is sent within 3 working days."),
            new HeadingPart(2, "Stage two"),
            new TextPart(
                "Whoever is not satisfied can ask for a review within 20 working days. A senior officer who had no part in stage one looks "
                    + "at it afresh and replies within 20 working days."
            ),
            new HeadingPart(1, "The Ombudsman"),
            new TextPart("After stage two the complainant may go to the Local Government and Social Care Ombudsman."),
            new HeadingPart(1, "Unreasonable complainants"),
            new TextPart("Contact can be limited where somebody is abusive or takes up so much time that others go without."),
            new HeadingPart(1, "Learning from complaints"),
            new TextPart("A report goes to the cabinet every quarter with numbers, causes and what has changed.")
        );
}
