using Microsoft.Extensions.DependencyInjection;

namespace NtmServerless.Functions.Classes;

/// <summary>Classes: records, acts, the list for everybody.</summary>
public static class ClassesFeature
{
    public static void AddClasses(this IServiceCollection services)
    {
        services.AddSingleton<ClassSummaries>();
        services.AddSingleton<ClassStore>();
        services.AddSingleton<ClassFounding>();
        services.AddSingleton<ClassReader>();
        services.AddSingleton<TellingStore>();
        services.AddSingleton<ClassActs>();
        services.AddSingleton<ShareStore>();
        services.AddSingleton<ShareActs>();
        services.AddSingleton<AnnouncedClasses>();
    }
}
