namespace NtmServerless.Functions.Classes;

/// <summary>A class as anybody may see it.</summary>
public sealed record OpenClass(
    string Id, string Title, string Stream, string HostUnit, string Venue, ClassStage Stage,
    IReadOnlyList<Session> Sessions, DateTimeOffset RegistrationClosesAt, int Capacity, int SeatsLeft, int Waiting, IReadOnlyList<Audience> Audiences,
    IReadOnlyList<string> Topics)
{
    /// <summary>Whether villagers are meant to see it: announced and not over yet.</summary>
    public static bool IsOpen(TrainingClass c) => c.Stage is ClassStage.Announced or ClassStage.Registering or ClassStage.Confirmed;

    public static OpenClass Of(TrainingClass c, Plan plan) => new(
        c.Id,
        c.Title,
        plan.StreamTitle(c.StreamId),
        plan.UnitName(c.HostUnitId),
        c.Announced().Venue,
        c.Stage,
        [.. c.Sessions.Select(Local)],
        c.Announced().RegistrationClosesAt.ToOffset(VietnamTime.Offset),
        c.Seats.Capacity,
        Math.Max(0, c.Seats.FreeForAll),
        c.Seats.Waitlisted,
        c.Audiences,
        [.. plan.Topics.Where(t => c.TopicIds.Contains(t.Id)).Select(t => t.Text)]);

    private static Session Local(Session s) =>
        s with { StartsAt = s.StartsAt.ToOffset(VietnamTime.Offset), EndsAt = s.EndsAt.ToOffset(VietnamTime.Offset) };
}
