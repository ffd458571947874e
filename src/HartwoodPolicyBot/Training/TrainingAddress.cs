using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Web;

namespace HartwoodPolicyBot.Training;

/// <summary>Returns the web addresses of certificates and of the page that checks them.</summary>
internal sealed class TrainingAddress(PublicAddress site)
{
    public const string CertificatePath = "training/certificate";
    public const string VerifyPath = "training/verify";

    public Uri Verify => site.At(VerifyPath);

    public Uri Of(Certificate certificate) => site.At($"{CertificatePath}/{certificate.Link}");

    public Uri Check(Certificate certificate) => site.At($"{VerifyPath}/{certificate.Code}");
}
