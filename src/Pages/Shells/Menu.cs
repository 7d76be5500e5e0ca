namespace NtmServerless.Pages.Shells;

/// <summary>The officers' pages that the menu leads to, in groups: which everybody has, which an administrator has besides.</summary>
internal static class Menu
{
    /// <summary>Always in the row, and on a phone at its foot.</summary>
    public static readonly MenuEntry[] First =
    [
        new(HomePaths.Home, "shell.home", "home"),
        new(ClassPaths.List, "shell.all-classes", "book"),
        new(ProgressPaths.Progress, "shell.progress", "bars"),
    ];

    /// <summary>In the row of a wide screen, on a phone in the sheet.</summary>
    public static readonly MenuEntry[] Work =
    [
        new(PeriodicReportPaths.List, "shell.reports"),
        new(CommunicationPaths.List, "shell.communication"),
        new(TourPaths.List, "shell.tours"),
    ];

    public static readonly MenuEntry Inbox = new(PostPaths.Inbox, "shell.inbox", "inbox");

    /// <summary>What belongs to the year's plan.</summary>
    public static readonly MenuEntry[] Year =
    [
        new(PlanPaths.Plan, "shell.plan"),
        new(UnitPaths.List, "shell.units"),
        new(ClassPaths.Shares, "class.shares-short"),
        new(DeclarationPaths.List, "declared.link"),
        new(DocumentPaths.List, "shell.documents"),
        new(DaysOffPaths.List, "daysoff.short"),
    ];

    public static readonly MenuEntry[] Administration =
    [
        new(FirstStepsPaths.List, "shell.first-steps"),
        new(AccountPaths.List, "shell.accounts"),
        new(AuditPaths.List, "shell.audit"),
        new(PostPaths.Messages, "shell.messages"),
        new(PostPaths.Notices, "shell.notices"),
        new(WorkflowPaths.List, "shell.workflows"),
        new(StatusPaths.Status, "shell.system"),
    ];

    /// <summary>The entry that a path belongs to: the longest that it begins with; null where it is of none.</summary>
    public static MenuEntry? Of(string path) =>
        First.Concat(Work).Append(Inbox).Concat(Year).Concat(Administration).Where(e => Covers(e.Path, path.Split('?')[0])).MaxBy(e => e.Path.Length);

    // Every page of an officer begins with the first one's path.
    private static bool Covers(string entry, string path) => path == entry || entry != HomePaths.Home && path.StartsWith(entry + "/", StringComparison.Ordinal);
}

/// <param name="Icon">Shown on a phone, where it stands at the foot.</param>
internal sealed record MenuEntry(string Path, string Text, string? Icon = null);
