using NtmServerless.Domain.Languages;

namespace NtmServerless.Functions.Languages;

/// <summary>A language to be added.</summary>
public sealed record LanguageForm(string? Name, string? Tag)
{
    /// <exception cref="InvalidInputException">With every field that is wrong.</exception>
    public Language Check()
    {
        Checks checks = new();
        string name = checks.Text("name", Name, Language.NameCharacters);
        string tag = (Tag ?? "").Trim().ToLowerInvariant();
        checks.Require(Language.IsTag(tag), "tag", "language-tag");
        checks.ThrowIfAny();
        return new Language(tag, name, new Dictionary<string, string>());
    }
}

/// <summary>Whether villagers can choose a language.</summary>
public sealed record LanguageSwitchForm(bool? Published);
