namespace NtmServerless.Pages.Home;

/// <summary>Things of one kind, which are done on pages that look alike.</summary>
/// <param name="Number">The session, where it is about one; null where the kind has none, or its number is not what tells them apart.</param>
public sealed record AgendaGroup(AgendaKind Kind, int? Number, IReadOnlyList<AgendaItem> Items);

/// <summary>The order in which work is shown: what can still be done in time comes first, what is late stands beneath, alike things together.</summary>
public sealed record AgendaGroups(IReadOnlyList<AgendaItem> Next, IReadOnlyList<AgendaGroup> Overdue, IReadOnlyList<AgendaGroup> Later)
{
    /// <summary>As many things as one looks at before beginning.</summary>
    public const int First = 3;

    public int OverdueItems => Overdue.Sum(g => g.Items.Count);

    public int LaterItems => Later.Sum(g => g.Items.Count);

    /// <param name="items">Overdue first, then as they fall due.</param>
    public static AgendaGroups Of(IReadOnlyList<AgendaItem> items)
    {
        // Where little is due, what is late longest is what comes next.
        AgendaItem[] next = [.. items.Where(i => !i.Overdue).Concat(items.Where(i => i.Overdue)).Take(First)];
        AgendaItem[] rest = [.. items.Except(next)];
        return new AgendaGroups(next, Grouped(rest.Where(i => i.Overdue)), Grouped(rest.Where(i => !i.Overdue)));
    }

    private static IReadOnlyList<AgendaGroup> Grouped(IEnumerable<AgendaItem> items) =>
        [.. items.GroupBy(i => (i.Kind, Number: OfASession(i) ? i.Number : null)).Select(g => new AgendaGroup(g.Key.Kind, g.Key.Number, [.. g]))];

    private static bool OfASession(AgendaItem item) => item.Kind is AgendaKind.TakeAttendance or AgendaKind.ExplainDifference;
}
