using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Web;

namespace HartwoodPolicyBot.Training;

/// <summary>The addresses of certificates, their check, and the file of records.</summary>
internal sealed class TrainingAddress(PublicAddress site)
{
    public const string CertificatePath = "training/certificate";
    public const string VerifyPath = "training/verify";
    public const string RecordsPath = "training/records";

    public Uri Verify => site.At(VerifyPath);

    public Uri Of(Certificate certificate) => site.At($"{CertificatePath}/{certificate.Link}");

    public Uri Check(Certificate certificate) => site.At($"{VerifyPath}/{certificate.Code}");

    public Uri Records(string link) => site.At($"{RecordsPath}/{link}");
}
