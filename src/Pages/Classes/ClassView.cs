namespace NtmServerless.Pages.Classes;

/// <summary>A class as an officer may see it.</summary>
/// <param name="Notices">What was sent, newest first; null where the officer may not see it.</param>
/// <param name="Told">Whom those for its people reached, as far as the officer may see the people; newest first.</param>
/// <param name="Audit">Who changed what, newest first; null for all but administrators.</param>
/// <param name="ClosesOn">The holiday on which registration closes; null: on none, or it is over.</param>
/// <param name="Clashes">Other classes that are at the same hour in the same hall, or under the same trainer.</param>
/// <param name="Asked">The action whose form comes back because it was not taken.</param>
public sealed record ClassView(
    Plan Plan, TrainingClass Class, IReadOnlyList<SentNotice>? Notices, IReadOnlyList<Told> Told, IReadOnlyList<ClassChange>? Audit, ClassAction? Asked = null,
    DayOff? ClosesOn = null, IReadOnlyList<DateWarning>? Clashes = null);

/// <summary>A notice and when it was sent.</summary>
/// <param name="Told">Whom it reached; null where it is for units only.</param>
public sealed record SentNotice(Notice Notice, DateTimeOffset At, Told? Told = null);

/// <summary>A change of the class's records.</summary>
/// <param name="What">The stage after it.</param>
/// <param name="Count">How many commands it was.</param>
public sealed record ClassChange(DateTimeOffset At, IReadOnlyList<Actor> By, string What, int Count);

/// <summary>What an officer can do on the page of a class.</summary>
public enum ClassAction
{
    Extend,
    GoOn,
    SetSeats,
    Postpone,
    Cancel,
    NotHeld,
    EndEarly,
    TransferLead,
}
