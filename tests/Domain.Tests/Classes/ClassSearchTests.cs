using System.Text;
using Xunit;
using static NtmServerless.Domain.Tests.Classes.SampleClass;

namespace NtmServerless.Domain.Tests.Classes;

public sealed class ClassSearchTests
{
    private static readonly Plan Plan = SamplePlan.Plan;
    private static readonly ClassSearch All = new(null, null, null, null);

    private static readonly ClassOfPlan[] Classes =
    [
        Held("lop-b", "xa-gia-cat", "Nhà văn hóa Bản Lương", 1),
        Held("lop-a", "xa-binh-trung", "Nhà văn hóa Bàn Lượng", 0),
        Held("lop-c", "xa-mau-son", "Trụ sở Đồng Đăng", 2),
    ];

    [Theory]
    [InlineData(null, "lop-a lop-b lop-c")]
    [InlineData("dong dang", "lop-c")]
    [InlineData("ĐỒNG  đăng", "lop-c")]
    [InlineData("dang dong", "lop-c")]
    [InlineData("ban luong", "lop-a lop-b")]
    [InlineData("Bản Lương", "lop-b lop-a")]
    [InlineData("gia cat", "lop-b")]
    [InlineData("<script>", "")]
    [InlineData("khong co", "")]
    public void Search_ByText_FindsWithoutAccentsAndPutsTypedOnesFirst(string? text, string expected)
    {
        Assert.Equal(expected, Found(All with { Text = text }));
        Assert.Equal(expected, Found(All with { Text = text?.Normalize(NormalizationForm.FormD) }));
    }

    [Fact]
    public void Search_ByEachFilter_KeepsWhatMatches()
    {
        Assert.Equal("lop-b", Found(All with { HostUnitId = "xa-gia-cat" }));
        Assert.Equal("", Found(All with { StreamId = "khong-co" }));
        Assert.Equal("lop-a lop-b lop-c", Found(All with { StreamId = "hoi-vien-doan-vien" }));
        Assert.Equal("lop-b lop-c", Found(All with { From = new DateOnly(2024, 5, 21) }));
        ClassOfPlan waiting = Classes[1] with { Class = Classes[1].Class with { Stage = ClassStage.Postponed } };
        // It has no day: whoever looks for a later one may come.
        Assert.Equal(["lop-a"], (All with { From = new DateOnly(2024, 9, 1) }).In([waiting, Classes[0]]).Select(c => $"{c.Class.Id}"));
        Assert.True(All.IsEmpty);
        ClassSearch[] some =
        [
            All with { HostUnitId = "xa-gia-cat" }, All with { StreamId = "khong-co" }, All with { From = new DateOnly(2024, 5, 21) }, All with { Text = "x" },
        ];
        Assert.All(some, search => Assert.False(search.IsEmpty));
    }

    [Fact]
    public void Title_IsTheStreamsFewWords_UnlessTheOfficeGaveTheClassItsOwn()
    {
        ClassOfPlan own = new(Plan, Planned() with { Title = "tập huấn trồng rừng" });
        Assert.Equal(("Tập huấn trồng rừng", "Hội viên, đoàn viên"), (own.Title, own.StreamTitle));
        ClassOfPlan asPlanned = new(Plan, Planned() with { Title = Plan.FindStream("hoi-vien-doan-vien")!.Title });
        Assert.Equal("Hội viên, đoàn viên", asPlanned.Title);
        ClassOfPlan ofNoStream = new(Plan, Planned() with { StreamId = "khong-co", Title = "lớp cũ" });
        Assert.Equal(("Lớp cũ", "Lớp cũ"), (ofNoStream.Title, ofNoStream.StreamTitle));
    }

    [Fact]
    public void UnitName_IsTheShortOne_OrTheIdOfAUnitThatThePlanDoesNotHave()
    {
        ClassOfPlan c = new(Plan, Planned());
        Assert.Equal(("Phòng VH&TT", "khong-co"), (c.UnitName("phong-van-hoa-thong-tin"), c.UnitName("khong-co")));
    }

    private static string Found(ClassSearch search) => string.Join(' ', search.In(Classes).Select(c => c.Class.Id));

    private static ClassOfPlan Held(string id, string host, string venue, int days)
    {
        TrainingClass c = Registering();
        return new ClassOfPlan(Plan, c with
        {
            Id = new(id),
            HostUnitId = host,
            Announcement = c.Announcement! with { Venue = venue },
            Sessions = [.. c.Sessions.Select(s => s with { StartsAt = s.StartsAt.AddDays(days), EndsAt = s.EndsAt.AddDays(days) })],
        });
    }
}
