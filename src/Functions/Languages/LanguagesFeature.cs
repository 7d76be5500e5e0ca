using Microsoft.Extensions.DependencyInjection;
using NtmServerless.Storage.Languages;

namespace NtmServerless.Functions.Languages;

/// <summary>Languages beside Vietnamese, for the villagers' pages.</summary>
public static class LanguagesFeature
{
    public static void AddLanguages(this IServiceCollection services)
    {
        services.AddSingleton<LanguageStore>();
        services.AddSingleton<LanguageActs>();
        services.AddSingleton<ILanguages, PublishedLanguages>();
    }
}
