namespace NtmServerless.Domain.Registrations;

/// <summary>How registrations change what a class counts of its seats.</summary>
internal static class SeatCounts
{
    public static Seats Add(this Seats seats, RegistrationStatus status, bool priority, int by = 1)
    {
        int ofPriority = priority ? by : 0;
        return status switch
        {
            RegistrationStatus.Confirmed => seats with { Confirmed = seats.Confirmed + by, ConfirmedPriority = seats.ConfirmedPriority + ofPriority },
            RegistrationStatus.Waitlisted => seats with { Waitlisted = seats.Waitlisted + by, WaitlistedPriority = seats.WaitlistedPriority + ofPriority },
            RegistrationStatus.Cancelled => seats with { Cancelled = seats.Cancelled + by },
            RegistrationStatus.WalkIn => seats with { WalkIns = seats.WalkIns + by },
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
        };
    }

    public static Seats Move(this Seats seats, Registration registration, RegistrationStatus to) =>
        seats.Add(registration.Status, registration.IsPriority, -1).Add(to, registration.IsPriority);
}
