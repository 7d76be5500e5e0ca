using System.Net;
using Azure;
using Azure.Data.Tables;
using Xunit;

namespace NtmServerless.Functions.Tests.Workflows;

/// <summary>Workflows by their pages: what they wait for, and driving one on that is not there or was ended.</summary>
public sealed class WorkflowPagesTests(RunningApp app)
{
    private const string Header = "header";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Workflow_ThatWaits_SaysForWhat_AndCanBeWoken()
    {
        string id = await app.Administrator.OpenClassAsync();
        string page = await app.Administrator.OpenAsync("/can-bo/quy-trinh/" + id);
        Assert.Contains("Đang chạy hoặc đang chờ", page, StringComparison.Ordinal);
        Assert.Contains("để ", page, StringComparison.Ordinal);
        Assert.Contains("/can-bo/lop/" + id, page, StringComparison.Ordinal);

        Assert.Contains("Đã đánh thức tiến trình", await RedrivenAsync(id), StringComparison.Ordinal);
        Assert.Contains(id, await app.Administrator.OpenAsync($"/can-bo/quy-trinh?loai=class&tinh-trang=running&ma={id[..8]}"), StringComparison.Ordinal);
        Assert.Contains("workflow-redriven", await app.Administrator.OpenAsync($"/can-bo/nhat-ky?dich={id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Workflow_ThatIsMissing_IsNamedAndStartedFromItsRecord()
    {
        string id = await app.Administrator.PlannedAsync();
        TableClient instances = await InstancesAsync(id);
        await instances.DeleteEntityAsync(id, Header, ETag.All, TestContext.Current.CancellationToken);
        string list = await app.Administrator.OpenAsync("/can-bo/quy-trinh");
        Assert.Contains("Cần chạy lại", list, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"/can-bo/quy-trinh/{id}\">Lớp tập huấn", list, StringComparison.Ordinal);

        // The host may have found it missing by itself meanwhile: then it is woken.
        Assert.Matches("Đã (bắt đầu lại|đánh thức) tiến trình", await RedrivenAsync(id));
        await LivesAsync(id);
    }

    [Fact]
    public async Task Workflow_ThatWasEnded_IsStartedAgain_AndCarriesItsClassOn()
    {
        string id = await app.Administrator.PlannedAsync();
        TableClient instances = await InstancesAsync(id);
        // The host may still have a turn of it in hand and write its header once more: then it is ended again.
        await Eventually.TrueAsync(
            async () =>
            {
                TableEntity header = (await instances.GetEntityAsync<TableEntity>(id, Header, cancellationToken: TestContext.Current.CancellationToken)).Value;
                header["Status"] = "Terminated";
                header["IsCompleted"] = true;
                await instances.UpdateEntityAsync(header, ETag.All, TableUpdateMode.Replace, TestContext.Current.CancellationToken);
                return (await app.Administrator.OpenAsync("/can-bo/quy-trinh/" + id)).Contains("Bị dừng", StringComparison.Ordinal)
                    && (await RedrivenAsync(id)).Contains("Đã bắt đầu lại tiến trình", StringComparison.Ordinal);
            },
            Limit, $"{id} is ended and started again");
        await LivesAsync(id);
        (await app.Administrator.PostAsync($"/api/classes/{id}/announce", SampleClass.Announcement(SampleClass.FarAway, SampleClass.FarAway.AddDays(2)))).Must(HttpStatusCode.OK);
        await app.Administrator.ReachesAsync(id, "registering");
    }

    [Fact]
    public async Task Workflow_OfARecordThatIsOver_IsNotDrivenOn()
    {
        string id = await app.Administrator.PlannedAsync();
        (await app.Administrator.PostAsync($"/api/classes/{id}/cancel", new { reason = "Thử" })).Must(HttpStatusCode.OK);
        Assert.Equal("workflow-over", (await app.Administrator.PostAsync($"/api/workflows/{id}/redrive")).Problem);
        Assert.Equal("missing", (await app.Administrator.PostAsync("/api/workflows/khong-co/redrive")).Problem);
        Assert.DoesNotContain("/chay-lai", await app.Administrator.OpenAsync("/can-bo/quy-trinh/" + id), StringComparison.Ordinal);
    }

    private async Task<string> RedrivenAsync(string id) => WebUtility.HtmlDecode(
        (await app.Administrator.SendFormAsync($"/can-bo/quy-trinh/{id}", $"/can-bo/quy-trinh/{id}/chay-lai")).Must(HttpStatusCode.OK).Text);

    private Task LivesAsync(string id) => Eventually.TrueAsync(
        async () => (await app.Administrator.OpenAsync("/can-bo/quy-trinh/" + id)).Contains("Đang chạy hoặc đang chờ", StringComparison.Ordinal), Limit, $"{id} runs");

    // The host's own table, once the workflow has begun to wait: nothing writes it then.
    private async Task<TableClient> InstancesAsync(string id)
    {
        await Eventually.TrueAsync(
            async () => (await app.Administrator.OpenAsync("/can-bo/quy-trinh/" + id)).Contains("\"isOver\"", StringComparison.OrdinalIgnoreCase), Limit, $"{id} waits");
        return new TableClient(app.Storage, "DurableInstances");
    }
}
