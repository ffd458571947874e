using HartwoodPolicyBot.Core.PictureChecks;
using HartwoodPolicyBot.Files;
using HartwoodPolicyBot.Policies;
using HartwoodPolicyBot.Routing;

namespace HartwoodPolicyBot.PictureChecks;

/// <summary>Registers the services that check a picture before it goes out.</summary>
internal static class PictureCheckServices
{
    private const string SystemsFile = "Content/clinical-systems.txt";

    public static IServiceCollection AddPictureChecks(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsOf<PictureOptions>(configuration, "Pictures");
        services.AddSingleton(_ => ClinicalSystems.Load(ProgramFolder.Path(SystemsFile)));
        services.AddSingleton<IPictureTextReader>(provider =>
            TesseractReader.Find(provider.GetRequiredService<PictureOptions>().Tesseract) is { } program
                ? ActivatorUtilities.CreateInstance<TesseractReader>(provider, program)
                : new NoTextReader()
        );
        services.AddSingleton<CheckPicture>();
        services.AddSingleton<SentPictures>();
        services.AddSingleton<PictureIntake>();
        services.AddSingleton<PictureCheckCard>();
        services.AddFileContent<PictureCopyFile>(PictureCopyFile.Kind);
        return services.AddSingleton<IConversation, PictureCheckConversation>();
    }
}
