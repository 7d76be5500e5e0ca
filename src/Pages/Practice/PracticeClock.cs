namespace NtmServerless.Pages.Practice;

/// <summary>A step of a class that comes by itself, with its moment.</summary>
/// <param name="More">How many other steps are due at the same moment.</param>
public sealed record ClassDue(ClassOfPlan Of, ClassErrand Errand, int More);

/// <summary>What somebody who practises needs to move the clock on.</summary>
/// <param name="Hand">What the administrator has to move it with; null for everybody else, and where it is the real one.</param>
/// <param name="Due">The next steps of announced classes, soonest first.</param>
/// <param name="Way">The move that the address names; null: none.</param>
public sealed record PracticeClock(ClockHand? Hand, IReadOnlyList<ClassDue> Due, ClockWay? Way);

/// <param name="ByButton">Whether the host takes the app's word for it; else only the commands do it.</param>
/// <param name="Port">Where the app answers on its own PC.</param>
/// <param name="Folder">The data folder; null where the app does not know it.</param>
public sealed record ClockHand(bool ByButton, int Port, string? Folder);

/// <summary>A move of the clock, and what happened on the way so far.</summary>
/// <param name="IsMoving">It is still under way.</param>
/// <param name="Told">Notices that came into the inbox of the administrator's unit.</param>
/// <param name="Sent">Letters and messages that left the house.</param>
/// <param name="Waiting">Those of the same time that wait or were given up.</param>
public sealed record ClockWay(
    DateTimeOffset From, DateTimeOffset To, bool IsMoving, IReadOnlyList<ClassOnTheWay> Classes, IReadOnlyList<ReportOnTheWay> Reports,
    int Told, int Sent, int Waiting);
