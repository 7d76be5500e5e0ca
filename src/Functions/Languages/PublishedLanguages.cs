using Microsoft.Extensions.Logging;
using NtmServerless.Domain.Languages;
using NtmServerless.Storage.Languages;

namespace NtmServerless.Functions.Languages;

/// <summary>The languages that villagers can choose.</summary>
public sealed class PublishedLanguages(LanguageStore records, ILogger<PublishedLanguages> log) : ILanguages
{
    public async Task<IReadOnlyList<Language>> PublishedAsync(CancellationToken cancellation)
    {
        try
        {
            return [.. (await records.ListAsync(cancellation)).Where(l => l.IsPublished)];
        }
        catch (Exception e) when (e is RecordDamagedException || Problems.IsStorageAway(e))
        {
            // The page is there in Vietnamese, or says by itself what is away.
            LanguageLog.NotFound(log, FailureTrace.Of(e));
            return [];
        }
    }
}
