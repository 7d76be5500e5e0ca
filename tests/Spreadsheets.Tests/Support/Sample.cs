namespace NtmServerless.Spreadsheets.Tests.Support;

/// <summary>The sample plan, a class and its people.</summary>
internal static class Sample
{
    public const string Commune = "xa-gia-cat";

    public static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    public static Plan Plan { get; } =
        PlanImport.Read(File.ReadAllText(Path.Combine(AzuriteServer.RepositoryRoot(), "plans", "caoloc-2024.json"))).Plan!;

    public static TrainingClass Class { get; } = new()
    {
        Id = new("xa-tu-to-chuc-1"),
        PlanId = Plan.Id,
        StreamId = "xa-tu-to-chuc",
        Number = 1,
        Title = "Lớp thử",
        LeadUnitId = Commune,
        HostUnitId = Commune,
        Seats = new Seats(50),
        Minimum = 10,
        Sessions = [Session(1, new DateOnly(2024, 4, 8), 7), Session(2, new DateOnly(2024, 4, 8), 13), Session(3, new DateOnly(2024, 4, 9), 18)],
    };

    public static Registration Person(int sequence, string code, string name, RegistrationStatus status = RegistrationStatus.Confirmed) => new()
    {
        Code = code,
        Sequence = sequence,
        Applicant = new Applicant(
            new PersonalData { FullName = name, BirthYear = 1975, Village = "Thôn Pò Cại" }, new CountedTraits(Sex.Female, Commune, Audience.Other)),
        Status = status,
        IsPriority = false,
        RegisteredAt = default,
        Source = RegistrationSource.PublicForm,
    };

    /// <summary>What is wrong with a line of a list, by the rules of the form.</summary>
    public static IReadOnlyList<FieldError> Errors(this RosterRow row) =>
        row.Read(Plan.Year, id => Plan.FindUnit(id) is { IsCommuneLevel: true }, typed => typed).Errors;

    public static string Code(InvalidInputException refused) => Xunit.Assert.Single(refused.Errors).Code;

    private static Session Session(int number, DateOnly day, int hour) =>
        new(number, VietnamTime.At(day, new TimeOnly(hour, 30)), VietnamTime.At(day, new TimeOnly(hour + 3, 0)));
}
