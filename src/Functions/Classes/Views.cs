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
        plan.FindStream(c.StreamId)?.DisplayTitle ?? c.StreamId,
        plan.FindUnit(c.HostUnitId)?.ShortName ?? c.HostUnitId,
        c.Announcement!.Venue,
        c.Stage,
        [.. c.Sessions.Select(Local)],
        c.Announcement.RegistrationClosesAt.ToOffset(VietnamTime.Offset),
        c.Seats.Capacity,
        Math.Max(0, c.Seats.FreeForAll),
        c.Seats.Waitlisted,
        c.Audiences,
        [.. plan.Topics.Where(t => c.TopicIds.Contains(t.Id)).Select(t => t.Text)]);

    private static Session Local(Session s) =>
        s with { StartsAt = s.StartsAt.ToOffset(VietnamTime.Offset), EndsAt = s.EndsAt.ToOffset(VietnamTime.Offset) };
}

/// <summary>A line of the roster: what the list at the door needs. The phone is masked.</summary>
public sealed record RosterLine(
    string Code, int Sequence, RegistrationStatus Status, string FullName, int BirthYear, string Sex, string? EthnicGroup, string? PhoneMasked,
    string Village, string UnitId, Audience Audience, string? Organisation, bool IsPriority, bool Namesake, RegistrationSource Source)
{
    public static RosterLine Of(Registration r) => new(
        r.Code, r.Sequence, r.Status, r.Applicant.FullName, r.Applicant.BirthYear, r.Applicant.Sex.ToString(), r.Applicant.EthnicGroup,
        r.Applicant.MaskedPhone(), r.Applicant.Village, r.Applicant.UnitId, r.Applicant.Audience,
        r.Applicant.Organisation, r.IsPriority, r.Namesake, r.Source);
}

/// <summary>The roster of a class as its caller may see it.</summary>
public sealed record Roster(TrainingClass Class, IReadOnlyList<RosterLine> Lines);
