using System.Globalization;

namespace NtmServerless.Domain.Tests.Registrations;

/// <summary>Invented villagers; number n is always the same person.</summary>
internal static class SamplePeople
{
    public const string PriorityCommune = "xa-mau-son";
    public const string OtherCommune = "xa-gia-cat";

    public static Applicant Person(int n, bool priority = false) => new(
        new PersonalData { FullName = $"Hoàng Văn Người {n}", BirthYear = 1980, EthnicGroup = n % 3 == 0 ? "Nùng" : null, Village = $"Thôn {n % 7}" },
        new CountedTraits(n % 2 == 0 ? Sex.Female : Sex.Male, priority ? PriorityCommune : OtherCommune, Audience.Cooperative));

    public static string Code(int n) => n.ToString("00000000", CultureInfo.InvariantCulture);
}
