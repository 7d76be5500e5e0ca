namespace NtmServerless.Documents.Registrations;

/// <summary>People of a class as they stand in lists.</summary>
internal static class People
{
    private const int ShownDigits = 3;

    private static readonly DocumentWords Words = DocumentWords.Vietnamese;

    /// <summary>Those with a seat, by given name.</summary>
    public static IReadOnlyList<Registration> Seated(ClassFile file) =>
        ByName(file.Registrations.Where(r => r.Status == RegistrationStatus.Confirmed));

    public static IReadOnlyList<Registration> ByName(IEnumerable<Registration> registrations) =>
        [.. registrations.OrderBy(r => r.Applicant.FullName, GivenNameOrder.Instance).ThenBy(r => r.Sequence)];

    public static string SexOf(Applicant person) => Words[person.Sex == Sex.Female ? "label.female" : "label.male"];

    /// <summary>What the person does or for whom: organisation beside audience.</summary>
    public static string RoleOf(Applicant person, VietnameseTexts texts) =>
        person.Organisation is { } organisation ? $"{texts.Word(person.Audience)} ({organisation})" : texts.Word(person.Audience);

    /// <summary>Village and commune.</summary>
    public static string PlaceOf(Applicant person, Plan plan)
    {
        string commune = VietnameseCase.Inside(plan.FindUnit(person.UnitId)?.ShortName ?? person.UnitId);
        return person.Village.Length == 0 ? VietnameseCase.Start(commune) : $"{person.Village}, {commune}";
    }

    /// <summary>Only the last figures: enough to be recognised by its owner, on a list that lies open.</summary>
    public static string Masked(string? phone) => phone is { Length: > ShownDigits } ? $"…{phone[^ShownDigits..]}" : "";
}
