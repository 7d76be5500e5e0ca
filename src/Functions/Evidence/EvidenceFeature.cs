using Microsoft.Extensions.DependencyInjection;

namespace NtmServerless.Functions.Evidence;

/// <summary>Evidence and what was read off signed sheets.</summary>
public static class EvidenceFeature
{
    public static void AddEvidence(this IServiceCollection services)
    {
        services.AddSingleton<EvidenceStore>();
        services.AddSingleton<EvidenceActs>();
        services.AddSingleton<EvidenceUploads>();
        services.AddSingleton<SignatureActs>();
    }
}
