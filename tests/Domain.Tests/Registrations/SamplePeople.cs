using System.Globalization;

namespace NtmServerless.Domain.Tests.Registrations;

/// <summary>Invented villagers; number n is always the same person.</summary>
internal static class SamplePeople
{
    public const string PriorityCommune = "xa-mau-son";
    public const string OtherCommune = "xa-gia-cat";

    public static Applicant Person(int n, bool priority = false) => new(
        $"Hoàng Văn Người {n}", 1980, n % 2 == 0 ? Sex.Female : Sex.Male, n % 3 == 0 ? "Nùng" : null, null, $"Thôn {n % 7}",
        priority ? PriorityCommune : OtherCommune, Audience.Cooperative, null);

    public static string Code(int n) => n.ToString("00000000", CultureInfo.InvariantCulture);
}
