namespace NtmServerless.Storage.Tests.Support;

/// <summary>Classes and people that tests begin with.</summary>
internal static class Sample
{
    public static readonly PlanId PlanId = new("caoloc-2024");
    public const string PriorityUnit = "xa-gia-cat";

    /// <summary>A class that takes applications for ten days from the fixed clock's start and is held on the fifteenth.</summary>
    public static TrainingClass OpenClass(int seats, string id = "c1", int held = 0) => PlannedClass(id) with
    {
        Stage = ClassStage.Registering,
        Announcement = new Announcement("01/TB", "Nhà văn hóa thôn", FixedTime.Start.AddDays(-1), FixedTime.Start.AddDays(10), FixedTime.Start.AddDays(-2)),
        Sessions = [new Session(1, FixedTime.Start.AddDays(15), FixedTime.Start.AddDays(15).AddHours(4))],
        Seats = new Seats(seats, held),
        PriorityPlaces = held > 0 ? [new PriorityPlace(PriorityUnit)] : [],
    };

    public static TrainingClass PlannedClass(string id = "c1", int number = 1) => new()
    {
        Id = new(id),
        PlanId = PlanId,
        StreamId = "xa-nong-thon-moi",
        Number = number,
        Title = "Tập huấn xây dựng nông thôn mới",
        LeadUnitId = "van-phong-dieu-phoi",
        HostUnitId = PriorityUnit,
        Seats = new Seats(50),
        Minimum = 1,
    };

    /// <summary>The same with something of it other.</summary>
    public static Applicant Person(int number, Func<PersonalData, PersonalData> other)
    {
        Applicant person = Person(number);
        return person with { Personal = other(person.Personal!) };
    }

    public static Applicant Person(int number, bool priority = false) => new(
        new PersonalData { FullName = $"Hoàng Văn {number}", BirthYear = 1980, EthnicGroup = "Tày", Village = "Bản Lỏng" },
        new CountedTraits(Sex.Male, priority ? PriorityUnit : "xa-hai-yen", Audience.ExemplaryHousehold));

    public static Submission Submission(string key, string content = "a") => new(key, content, Actor.Public);
}
