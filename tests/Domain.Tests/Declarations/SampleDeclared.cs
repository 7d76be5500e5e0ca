namespace NtmServerless.Domain.Tests.Declarations;

/// <summary>A class that Gia Cát held on its own and declares.</summary>
internal static class SampleDeclared
{
    public const string Office = "van-phong-dieu-phoi";
    public const string Unit = "xa-gia-cat";
    public const string Stream = "xa-tu-to-chuc";

    public static readonly DateTimeOffset Now = SampleClass.At("2024-05-20 09:00");

    public static readonly DeclarationForm Form = new()
    {
        Place = "Nhà văn hóa thôn Bắc Đông",
        Title = "Tập huấn làm vườn mẫu",
        FirstDay = new DateOnly(2024, 5, 10),
        LastDay = new DateOnly(2024, 5, 11),
        Attended = 35,
        Women = 15,
        Audiences = [new(Audience.ExemplaryHousehold, 30), new(Audience.Official, 5), new(Audience.Other, null)],
        EthnicGroups = [new("Nùng", 20), new("Tày", 15), new(null, null)],
        Spent = [new("kinh-phi-don-vi", 2_500_000), new("kinh-phi-su-nghiep", null)],
    };

    public static DeclaredClass Class => DeclarationDecisions.Declare(Check(Form), Unit, Office, Now).Class;

    public static DeclaredClass Check(
        DeclarationForm form, IReadOnlyList<TrainingClass>? classes = null, IReadOnlyList<DeclaredClass>? declared = null, string unit = Unit) =>
        form.Check(new DeclarationId("khai-1"), unit, SamplePlan.Plan, classes ?? [], declared ?? [], Now);
}
