using NtmServerless.Domain.Languages;

namespace NtmServerless.Functions.Hosting;

/// <summary>The languages of the villagers' pages; the feature that keeps them gives them.</summary>
public interface ILanguages
{
    /// <summary>Those that villagers can choose. Never fails.</summary>
    Task<IReadOnlyList<Language>> PublishedAsync(CancellationToken cancellation);
}
