namespace NtmServerless.Storage.Tests.Declarations;

/// <summary>A class as Gia Cát declares it, with every field.</summary>
internal static class SampleDeclaration
{
    public static DeclaredClass Class(DeclarationId id) => new()
    {
        PlanId = Sample.PlanId,
        Id = id,
        UnitId = "xa-gia-cat",
        StreamId = "xa-tu-to-chuc",
        HostUnitId = "xa-gia-cat",
        Place = "Nhà văn hóa thôn",
        Title = "Làm vườn mẫu",
        Content = "Cải tạo vườn tạp",
        FirstDay = new DateOnly(2024, 3, 10),
        LastDay = new DateOnly(2024, 3, 11),
        Attended = 35,
        Women = 15,
        ByAudience = new Dictionary<string, int> { ["Official"] = 35 },
        ByEthnicGroup = new Dictionary<string, int> { ["Tày"] = 35 },
        Spent = [new Spending("kinh-phi-don-vi", 2_500_000)],
        Note = "Có danh sách ký",
        OtherThanIds = ["lop-1"],
    };
}
