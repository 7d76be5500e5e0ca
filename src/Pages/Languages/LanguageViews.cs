using NtmServerless.Domain.Languages;

namespace NtmServerless.Pages.Languages;

/// <param name="Total">How many texts there are to translate.</param>
public sealed record LanguagesView(IReadOnlyList<Language> All, int Total);

/// <summary>One language.</summary>
/// <param name="Total">How many texts there are to translate.</param>
public sealed record LanguageView(Language Language, int Total);
