namespace NtmServerless.Domain.Classes;

/// <summary>
/// The seats of a class and how many are taken. Seats limit registrations, not attendance. A part is held for priority
/// groups until it is released (plan, section I.2: villages and communes that strive for a standard go first).
/// </summary>
/// <param name="Capacity">Seats in all; 50 in every stream of the 2024 plan (section II.2.2).</param>
/// <param name="HeldForPriority">Seats that only priority groups may take until the release.</param>
/// <param name="ReleaseAt">When held seats become free for everybody (UTC); null: when registration closes.</param>
public sealed record Seats(int Capacity, int HeldForPriority = 0, DateTimeOffset? ReleaseAt = null)
{
    public bool Released { get; init; }
    public int Confirmed { get; init; }
    public int ConfirmedPriority { get; init; }
    public int Waitlisted { get; init; }
    public int WaitlistedPriority { get; init; }
    public int Cancelled { get; init; }
    public int WalkIns { get; init; }

    /// <summary>Seats that a person of a priority group can take now.</summary>
    public int FreeForPriority => Capacity - Confirmed;

    /// <summary>Seats that anybody can take now.</summary>
    public int FreeForAll => FreeForPriority - (Released ? 0 : Math.Max(0, HeldForPriority - ConfirmedPriority));

    /// <summary>
    /// Whether a newcomer gets a seat at once. Nobody jumps the waitlist: who could take the same seat and waits goes first,
    /// also while many move up in several goes (<see cref="Waitlist.Most"/>).
    /// </summary>
    public bool SeatsNewcomer(bool priority) => SeatsNext(priority) && !CanMoveUp;

    /// <summary>Whether the next on the waitlist of that kind gets a seat.</summary>
    public bool SeatsNext(bool priority) => priority ? FreeForPriority > 0 : FreeForAll > 0;

    /// <summary>Whether somebody who waits could have a seat now.</summary>
    public bool CanMoveUp => WaitlistedPriority > 0 && FreeForPriority > 0 || Waitlisted > WaitlistedPriority && FreeForAll > 0;
}
