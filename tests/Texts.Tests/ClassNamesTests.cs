using NtmServerless.Domain.Classes;
using NtmServerless.Domain.Ids;
using NtmServerless.Domain.Plans;
using NtmServerless.Domain.Plans.Import;
using NtmServerless.Domain.Registrations;
using Xunit;

namespace NtmServerless.Texts.Tests;

public sealed class ClassNamesTests
{
    private static readonly VietnameseTexts Texts = new();
    private static readonly Plan Plan = PlanImport.Read(File.ReadAllBytes(Path.Combine(AzuriteServer.RepositoryRoot(), "plans", "caoloc-2024.json"))).Plan!;

    [Fact]
    public void InShort_OfAClassWithDates_SaysNumberPlaceAndFirstDay() =>
        Assert.Equal("Lớp 10 · Tân Thành · 17/09", ClassNames.InShort(Class(), Plan, Texts));

    [Fact]
    public void InShort_OfTheThousandthClass_HasNoThousandsDot() =>
        Assert.Equal("Lớp 1000 · Tân Thành · 17/09", ClassNames.InShort(Class() with { NumberInPlan = 1000 }, Plan, Texts));

    [Theory]
    [InlineData("thi-tran-dong-dang", "Lớp 10 · Đồng Đăng · 17/09")]
    [InlineData("hoi-nong-dan", "Lớp 10 · Hội Nông dân · 17/09")]
    [InlineData("khong-con-nua", "Lớp 10 · khong-con-nua · 17/09")]
    public void InShort_OfEachKindOfPlace_LeavesOutOnlyWhatKindItIs(string host, string name) =>
        Assert.Equal(name, ClassNames.InShort(Class() with { HostUnitId = host }, Plan, Texts));

    [Fact]
    public void InShort_WithoutADay_SaysSo()
    {
        const string None = "Lớp 10 · Tân Thành · chưa có ngày";
        Assert.Equal(None, ClassNames.InShort(Class() with { Sessions = [], Stage = ClassStage.Planned }, Plan, Texts));
        Assert.Equal(None, ClassNames.InShort(Class() with { Stage = ClassStage.Postponed }, Plan, Texts));
        Assert.EndsWith("17/09", ClassNames.InShort(Class() with { Stage = ClassStage.Postponed, Interrupted = true, HeldSessions = 1 }, Plan, Texts),
            StringComparison.Ordinal);
        Assert.EndsWith("17/09", ClassNames.InShort(Class() with { Stage = ClassStage.Cancelled }, Plan, Texts), StringComparison.Ordinal);
    }

    [Fact]
    public void Number_OfClassesFromBeforeTheyWereNumberedOverThePlan_TellsThemApart()
    {
        TrainingClass[] old =
        [
            .. from s in Plan.Streams
               from n in Enumerable.Range(1, 12)
               select Class() with { NumberInPlan = 0, StreamId = s.Id, Number = n },
        ];
        Assert.Equal("Lớp 3.4 · Tân Thành · 17/09", ClassNames.InShort(Class() with { NumberInPlan = 0 }, Plan, Texts));
        string[] all = [.. old.Concat(Enumerable.Range(1, 60).Select(n => Class() with { NumberInPlan = n })).Select(c => ClassNames.Number(c, Plan))];
        Assert.Equal(all.Length, all.Distinct().Count());
    }

    [Fact]
    public void Content_IsTheShortTitleOfTheStream_UnlessTheOfficeGaveAnother()
    {
        TrainingStream stream = Plan.FindStream("hoi-vien-doan-vien")!;
        Assert.Equal(stream.ShortTitle, ClassNames.Content(Class() with { Title = stream.Title }, Plan));
        Assert.Equal("Vườn mẫu ở Nà Pài", ClassNames.Content(Class() with { Title = "Vườn mẫu ở Nà Pài" }, Plan));
    }

    // 17 September 2024, 0:30 in Vietnam: still the 16th in UTC.
    private static TrainingClass Class() => new()
    {
        Id = new("lop-1"),
        PlanId = Plan.Id,
        StreamId = "hoi-vien-doan-vien",
        Number = 4,
        NumberInPlan = 10,
        Title = "Tập huấn",
        LeadUnitId = "hoi-nong-dan",
        HostUnitId = "xa-tan-thanh",
        Seats = new Seats(50),
        Minimum = 1,
        Stage = ClassStage.Confirmed,
        Sessions =
        [
            new Session(1, new(2024, 9, 16, 17, 30, 0, TimeSpan.Zero), new(2024, 9, 16, 20, 0, 0, TimeSpan.Zero)),
            new Session(2, new(2024, 9, 17, 17, 30, 0, TimeSpan.Zero), new(2024, 9, 17, 20, 0, 0, TimeSpan.Zero)),
        ],
    };
}
