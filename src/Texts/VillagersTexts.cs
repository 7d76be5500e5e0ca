namespace NtmServerless.Texts;

/// <summary>Which texts of pages are said to villagers.</summary>
internal static class VillagersTexts
{
    private static readonly string[] Areas = ["public.", "person.", "privacy."];

    private static readonly HashSet<string> Others =
    [
        "shell.app", "shell.skip", "shell.menu", "shell.privacy", "shell.officers", "shell.brand", "shell.classes", "shell.look-up", "shell.call",
        "shell.answers", "shell.language", "shell.practice", "shell.practice-label", "shell.practice-clock",
        "shell.missing-public", "shell.date-none", "shell.date-said", "shell.hour", "shell.optional", "shell.back-home", "class.name", "class.name-no-day",
        "done.registered", "done.registration-cancelled", "done.registration-corrected",
        "roster.consent", "roster.consent-hint", "roster.another-person", "roster.another-hint",
    ];

    // Forms of officers alone.
    private static readonly string[] OfficersFields = ["plan-", "notice-", "language-", "date-", "day-", "days-", "share-", "shares-"];

    public static bool HasField(string code) => !OfficersFields.Any(f => code.StartsWith(f, StringComparison.Ordinal));

    public static bool Has(string key) => Others.Contains(key) || Areas.Any(a => key.StartsWith(a, StringComparison.Ordinal));
}
