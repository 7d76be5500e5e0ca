using Azure.Data.Tables;
using Xunit;

namespace NtmServerless.Storage.Tests.Classes;

/// <summary>A row as the first release wrote it: what was added since is not in it.</summary>
public sealed class OldRecordTests(AzuriteServer azurite)
{
    private const string FirstRelease = """
        {"id":"c1","planId":"caoloc-2024","streamId":"xa-nong-thon-moi","number":3,"title":"Tập huấn","leadUnitId":"van-phong-dieu-phoi",
        "hostUnitId":"xa-gia-cat","stage":"Registering","announcement":{"venue":"Nhà văn hóa","registrationOpensAt":"2024-03-30T00:00:00+00:00",
        "registrationClosesAt":"2024-04-11T00:00:00+00:00","announcedAt":"2024-03-29T00:00:00+00:00"},
        "sessions":[{"number":1,"startsAt":"2024-04-16T01:00:00+00:00","endsAt":"2024-04-16T04:00:00+00:00"}],
        "seats":{"capacity":50,"confirmed":7},"minimum":5,"nextSequence":8,"aFieldThatIsGone":true}
        """;

    [Fact]
    public async Task Class_WithoutNewerFields_ReadsAndTakesRegistrations()
    {
        Office office = await Office.OpenAsync(azurite);
        await office.ClassRows.AddEntityAsync(new TableEntity("c1", "class") { ["Json"] = FirstRelease }, TestContext.Current.CancellationToken);

        TrainingClass old = await office.Records.GetAsync(new("c1"), TestContext.Current.CancellationToken);
        Registration r = await office.RegisterAsync(new("c1"), Sample.Person(1));

        Assert.Equal((ClassStage.Registering, 0, null, false), (old.Stage, old.TopicIds.Count, old.Figures, old.Interrupted));
        Assert.Empty(old.Evidence.SheetCounts);
        Assert.Empty(old.DateChoices);
        // Its report is due as it was told: by the days, whatever day that is.
        Assert.Equal(
            (null, null, new DateTimeOffset(2024, 4, 21, 10, 0, 0, TimeSpan.Zero)), (old.Announcement!.Trainer, old.Report.Times, Deadlines.ReportDue(old)));
        Assert.Equal((8, RegistrationStatus.Confirmed), (r.Sequence, r.Status));
        Assert.Equal(8, (await office.Records.GetAsync(new("c1"), TestContext.Current.CancellationToken)).Seats.Confirmed);
    }

    [Fact]
    public async Task Registration_WithoutNewerFields_ReadsAndIsCancelled()
    {
        Office office = await Office.OpenAsync(azurite);
        await office.KeepAsync(Sample.OpenClass(5) with { Seats = new Seats(5) { Confirmed = 1 }, NextSequence = 2 });
        string key = Sample.Person(1).PersonKey;
        await office.ClassRows.AddEntityAsync(new TableEntity("c1", "reg-0123456A")
        {
            ["Json"] = """
                {"code":"0123456A","sequence":1,"applicant":{"fullName":"Hoàng Văn 1","birthYear":1980,"sex":"Male","village":"Bản Lỏng",
                "unitId":"xa-hai-yen","audience":"ExemplaryHousehold"},"status":"Confirmed","isPriority":false,
                "registeredAt":"2024-04-01T00:00:00+00:00","source":"PublicForm"}
                """,
        }, TestContext.Current.CancellationToken);
        await office.ClassRows.AddEntityAsync(new TableEntity("c1", $"person-{key}") { ["Json"] = "\"0123456A\"" }, TestContext.Current.CancellationToken);

        Assert.Equal(RegistrationStatus.Cancelled, (await office.CancelAsync(new("c1"), "0123456A")).Status);
        Assert.Equal(2, (await office.RegisterAsync(new("c1"), Sample.Person(1))).Sequence);
    }
}
