namespace NtmServerless.Functions.Classes;

/// <summary>Moves people up the waitlist within a command, where a seat may have become free.</summary>
public static class MovingUp
{
    public static async Task MoveUpAsync(this ClassWork work, DateTimeOffset now, CancellationToken cancellation)
    {
        if (!work.Class.Seats.CanMoveUp || !Waitlist.MovesUp(work.Class)) return;
        (TrainingClass c, IReadOnlyList<Registration> promoted) = Waitlist.Promote(work.Class, await work.RegistrationsAsync(cancellation), now);
        work.Set(c);
        foreach (Registration registration in promoted) work.Change(registration);
        // A seat in a class that has begun (the PC was off) is nothing to tell anybody of.
        if (!ClassSteps.IsTooLate(c, ClassStep.MoveUp, now)) work.Tell(Waitlist.Tell(c, promoted).Select(n => TellingRules.Addressed(n, promoted)));
    }
}
