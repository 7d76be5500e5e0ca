using System.Globalization;

namespace NtmServerless.Domain.Tests.Classes;

/// <summary>A class of three half-days on 20 and 21 May 2024; registration from 2 May 08:00 to 15 May 17:00 (local time).</summary>
internal static class SampleClass
{
    public const string Office = "van-phong-dieu-phoi";
    public const string Lead = "hoi-nong-dan";
    public const string Host = "xa-gia-cat";
    public const string Partner = "hoi-phu-nu";

    public static readonly DateTimeOffset AnnouncedAt = At("2024-04-25 09:00");
    public static readonly DateTimeOffset Opens = At("2024-05-02 08:00");
    public static readonly DateTimeOffset Closes = At("2024-05-15 17:00");
    public static readonly DateTimeOffset FirstStart = At("2024-05-20 07:30");
    public static readonly DateTimeOffset LastEnd = At("2024-05-21 11:00");

    public static readonly AnnounceForm Form = new()
    {
        Number = "12/TB-VPĐP",
        Venue = "Nhà văn hóa xã Gia Cát",
        Sessions = [Half("2024-05-20", "07:30", "11:00"), Half("2024-05-20", "13:30", "16:30"), Half("2024-05-21", "07:30", "11:00")],
        RegistrationOpensAt = Opens,
        RegistrationClosesAt = Closes,
    };

    /// <summary>A moment written in local time, such as <c>2024-05-02 08:00</c>.</summary>
    public static DateTimeOffset At(string local) =>
        DateTimeOffset.Parse(local + " +07:00", CultureInfo.InvariantCulture).ToUniversalTime();

    public static SessionPlan Half(string date, string from, string to) => new(
        DateOnly.Parse(date, CultureInfo.InvariantCulture), TimeOnly.Parse(from, CultureInfo.InvariantCulture), TimeOnly.Parse(to, CultureInfo.InvariantCulture));

    public static TrainingClass Planned(int capacity = 50, int held = 0, int minimum = 2, DateTimeOffset? releaseAt = null) => new()
    {
        Id = new("lop-1"),
        PlanId = new("caoloc-2024"),
        StreamId = "hoi-vien-doan-vien",
        Number = 1,
        Title = "Tập huấn cho hội viên",
        LeadUnitId = Lead,
        HostUnitId = Host,
        PartnerUnitIds = [Partner, Host],
        PriorityPlaces = [new PriorityPlace(SamplePeople.PriorityCommune)],
        Seats = new Seats(capacity, held, releaseAt),
        Minimum = minimum,
    };

    public static TrainingClass Announced(int capacity = 50, int held = 0, int minimum = 2, DateTimeOffset? releaseAt = null) =>
        ClassDecisions.Announce(Planned(capacity, held, minimum, releaseAt), Form, AnnouncedAt).Class;

    public static TrainingClass Registering(int capacity = 50, int held = 0, int minimum = 2, DateTimeOffset? releaseAt = null) =>
        Announced(capacity, held, minimum, releaseAt) with { Stage = ClassStage.Registering };

    /// <summary>
    /// The announced class, put into a stage; an officer or the lifecycle would take longer to get there. Where its hours are over, one
    /// person came to its last session.
    /// </summary>
    public static TrainingClass In(ClassStage stage) => Announced() with
    {
        Stage = stage,
        Seats = new Seats(50) { Confirmed = stage is ClassStage.Confirmed or ClassStage.Holding ? 2 : 0 },
        SessionCounts = stage is ClassStage.Reporting or ClassStage.Closed ? [new SessionCount(3, 1, 0)] : [],
        Trace = new ClassTrace { NewDatesAskedAt = stage == ClassStage.Postponed ? Closes : null },
    };
}
