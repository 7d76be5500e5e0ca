using Microsoft.Extensions.DependencyInjection;

namespace NtmServerless.Functions.Documents;

/// <summary>Official documents.</summary>
public static class DocumentsFeature
{
    public static void AddDocuments(this IServiceCollection services)
    {
        services.AddSingleton<DocumentStore>();
        services.AddSingleton<DocumentFiles>();
        services.AddSingleton<KeptDocuments>();
        services.AddSingleton<OfficeTemplates>();
        services.AddSingleton<DocumentMaker>();
        services.AddSingleton<ClassSources>();
        services.AddSingleton<DocumentActs>();
        services.AddSingleton<PlanDocumentActs>();
    }
}
