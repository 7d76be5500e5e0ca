using System.Net;
using System.Text.Json.Nodes;

namespace NtmServerless.Functions.Tests.OpenApi;

/// <summary>Brings the records into the state in which an operation's example is true.</summary>
internal sealed class Stage
{
    private const string Plan = "/api/plans/" + TestPlan.Id;
    private readonly RunningApp _app;
    private readonly Api _officer;
    private readonly JsonObject _examples;
    private string? _seen;
    private Dictionary<string, string>? _held;
    private int _spans;

    private Stage(RunningApp app, JsonObject examples)
    {
        _app = app;
        _officer = app.Administrator;
        _examples = examples;
    }

    public static async Task<Stage> SetAsync(RunningApp app)
    {
        JsonNode document = (await app.Public.GetAsync("/api/openapi.json")).Json;
        JsonObject examples = [];
        foreach ((_, _, JsonNode operation) in DescriptionTests.Operations(document))
        {
            if (operation["requestBody"]?["content"]?.AsObject().First().Value!["example"] is { } example)
                examples[operation.Text("operationId")] = example.DeepClone();
        }

        return new Stage(app, examples);
    }

    /// <summary>Values for the route of an operation, and a code where its example has one.</summary>
    public async Task<Dictionary<string, string>> IdsAsync(string operation)
    {
        Dictionary<string, string> ids = new() { ["planId"] = TestPlan.Id, ["formId"] = TestPlan.FormId, ["session"] = "1", ["year"] = "2025" };
        switch (operation)
        {
            case "StrikeOutCommunication":
                await LoggedAsync(ids);
                break;
            case "DeclareClass" or "ListDeclaredClasses":
                break;
            case "CorrectDeclaredClass" or "AcceptDeclaredClass" or "ReturnDeclaredClass" or "WithdrawDeclaredClass":
                Answer declared = await _officer.PostAsync(Plan + "/declared-classes", Example("DeclareClass"));
                ids["declarationId"] = declared.Must(HttpStatusCode.Created).Json.Text("id");
                break;
            case "RedriveWorkflow":
                ids["instanceId"] = await _officer.PlannedAsync();
                break;
            case "AnnounceClass":
                ids["classId"] = await _officer.PlannedAsync();
                break;
            case "GoOnWithFew":
                ids["classId"] = await TooFewAsync();
                break;
            case "RescheduleClass":
                ids["classId"] = await AnnouncedAsync();
                (await _officer.PostAsync($"/api/classes/{ids["classId"]}/postpone", Example("PostponeClass"))).Must(HttpStatusCode.OK);
                break;
            case "CallClassNotHeld":
                await PastAsync(ids);
                break;
            case "EndClassEarly":
                await InterruptedAsync(ids);
                break;
            case "TakeAttendance" or "AddWalkIn" or "ReadSignatures" or "GetSignatures" or "UploadEvidence" or "GetEvidence" or "ErasePhoto"
                or "SubmitClassReport" or "ReturnClassReport" or "ApproveClassReport":
                await HeldAsync(ids, operation);
                break;
            case "GetUnitContacts" or "SetUnitContacts":
                ids["unitId"] = "xa-gia-cat";
                break;
            case "SendMessageAgain" or "TakeBounce":
                ids["messageId"] = await GivenUpAsync();
                break;
            case "RevokeKey":
                ids["id"] = (await _officer.PostAsync(Plan + "/keys", Example("MakeKey"))).Must(HttpStatusCode.Created).Json["entry"].Text("id");
                break;
            case "ChangeAccount" or "GiveAccountPassword" or "DisableAccount" or "EnableAccount":
                ids["accountId"] = await AccountAsync();
                break;
            case "GetDocument" or "GetSignedDocument" or "WithdrawDocument" or "SignDocument":
                await DocumentAsync(ids, operation);
                break;
            case "GetReport" or "GetReportDraft" or "GetReportPage" or "ApproveReport" or "CompileReportNow" or "SubmitReport" or "ReturnReport" or "AnswerReport" or "ListReportAnswers":
                ids["reportId"] = await ReportAsync(operation);
                break;
            default:
                if (operation.Contains("Tour", StringComparison.Ordinal)) await TourAsync(ids, operation);
                else await RegisteredAsync(ids, operation);
                break;
        }

        return ids;
    }

    private JsonNode Example(string operation) => _examples[operation]!.DeepClone();

    private async Task<string> AccountAsync()
    {
        JsonNode form = Example("MakeAccount");
        form["userName"] = "mau-" + Guid.NewGuid().ToString("N")[..8];
        return (await _officer.PostAsync("/api/accounts", form)).Must(HttpStatusCode.Created).Json["account"].Text("id");
    }

    private async Task<string> AnnouncedAsync()
    {
        string id = await _officer.PlannedAsync();
        (await _officer.PostAsync($"/api/classes/{id}/announce", Example("AnnounceClass"))).Must(HttpStatusCode.OK);
        await _officer.ReachesAsync(id, "registering");
        return id;
    }

    private async Task RegisteredAsync(Dictionary<string, string> ids, string operation)
    {
        bool looks = operation.StartsWith("Get", StringComparison.Ordinal) || operation.StartsWith("List", StringComparison.Ordinal);
        if (looks && _seen is not null)
        {
            ids["classId"] = _seen;
            return;
        }

        ids["classId"] = await AnnouncedAsync();
        if (looks) _seen = ids["classId"];
        if (operation is "RegisterForClass" or "RegisterSomebody" or "TakeOutsideForm") return;
        ids["code"] = (await _officer.RegisteredAsync(ids["classId"], Example("RegisterForClass").AsObject())).Text("code");
        if (operation == "BringRegistrationBack")
        {
            string cancel = $"/api/classes/{ids["classId"]}/registrations/{ids["code"]}/cancel";
            (await _officer.PostAsync(cancel, Example("CancelRegistration"))).Must(HttpStatusCode.OK);
        }
    }

    private async Task<string> TooFewAsync()
    {
        JsonObject form = SampleClass.PlanForm();
        form["minimum"] = 20;
        DateTimeOffset day = (await _app.NowAsync()).AddDays(6);
        string id = await _officer.OpenClassAsync(form, closes: day.AddDays(-5), day: day);
        await _app.AdvanceAsync(day.AddDays(-4));
        return id;
    }

    private async Task HeldAsync(Dictionary<string, string> ids, string operation)
    {
        bool report = operation.EndsWith("Report", StringComparison.Ordinal);
        if (!report && operation != "ErasePhoto" && _held is not null)
        {
            foreach ((string name, string value) in _held) ids[name] = value;
            return;
        }

        await PastAsync(ids);
        string path = $"/api/classes/{ids["classId"]}";
        if (report) await PresentAsync(ids);
        HttpContent file = operation == "ErasePhoto" ? Files.Upload(Files.Jpeg(), "photo") : Files.Upload(Files.Pdf("mau"));
        ids["sha256"] = (await _officer.PostAsync(path + "/evidence", file)).Must(HttpStatusCode.Created).Json.Text("sha256");
        ids["kind"] = "signedSheet";
        if (!report && operation != "ErasePhoto") _held = ids;
        if (operation is "ReturnClassReport" or "ApproveClassReport")
            (await _officer.PostAsync(path + "/report", Example("SubmitClassReport"))).Must(HttpStatusCode.OK);
    }

    // Its hours are over, and nobody was marked.
    private async Task PastAsync(Dictionary<string, string> ids)
    {
        DateTimeOffset day = (await _app.NowAsync()).AddDays(1);
        ids["classId"] = await _officer.OpenClassAsync(closes: day.AddHours(-20), day: day);
        ids["code"] = (await _officer.RegisteredAsync(ids["classId"], SampleClass.Person(1))).Text("code");
        await _app.AdvanceAsync(day.AddDays(1));
        await _officer.ReachesAsync(ids["classId"], "reporting");
    }

    // Stopped at noon of its only day.
    private async Task InterruptedAsync(Dictionary<string, string> ids)
    {
        DateTimeOffset day = (await _app.NowAsync()).AddDays(1);
        string id = ids["classId"] = await _officer.OpenClassAsync(closes: day.AddHours(-20), day: day);
        ids["code"] = (await _officer.RegisteredAsync(id, SampleClass.Person(1))).Text("code");
        DateTimeOffset first = (await _officer.ClassAsync(id))["sessions"]![0]!["endsAt"]!.GetValue<DateTimeOffset>();
        await _app.AdvanceAsync(first.AddMinutes(30));
        await _officer.ReachesAsync(id, "holding");
        await PresentAsync(ids);
        (await _officer.PostAsync($"/api/classes/{id}/postpone", Example("PostponeClass"))).Must(HttpStatusCode.OK);
    }

    private async Task PresentAsync(Dictionary<string, string> ids) => (await _officer.PostAsync(
        $"/api/classes/{ids["classId"]}/sessions/1/attendance",
        new { marks = new[] { new { code = ids["code"], mark = "present" } } })).Must(HttpStatusCode.OK);

    // A message that cannot leave, and whose address is taken away while it waits.
    private async Task<string> GivenUpAsync()
    {
        const string Unit = "xa-hop-thanh", Contacts = $"{Plan}/units/{Unit}/contacts";
        (await _officer.PostAsync(Contacts, new { emails = "a@example.vn", phones = "" })).Must(HttpStatusCode.OK);
        string id = await _officer.OpenClassAsync(SampleClass.PlanForm(lead: Unit));
        Task<JsonNode?> Message(string state, int attempts) => MessageAsync(new(id), state, attempts);
        await Eventually.TrueAsync(async () => await Message("waiting", 1) is not null, TimeSpan.FromSeconds(30), "the message waits");
        (await _officer.PostAsync(Contacts, new { emails = "", phones = "" })).Must(HttpStatusCode.OK);
        await _app.AdvanceAsync((await _app.NowAsync()).AddMinutes(2));
        await Eventually.TrueAsync(async () => await Message("dropped", 2) is not null, TimeSpan.FromSeconds(30), "the message is given up");
        return (await Message("dropped", 2))!.Text("id");
    }

    private async Task<JsonNode?> MessageAsync(ClassId classId, string state, int attempts) =>
        (await _officer.GetAsync(Plan + "/messages")).Must(HttpStatusCode.OK).Json.AsArray().FirstOrDefault(m =>
            m!["about"].Text("id") == classId && m.Text("kind") == "classAnnounced" && m.Text("state") == state && m.Number("attempts") == attempts);

    // Each decision needs a report of its own: on another span.
    private async Task<string> ReportAsync(string operation)
    {
        JsonNode span = Example("AskForReport");
        if (operation != "GetReport") span["to"] = $"2024-02-{++_spans:00}";
        string id = (await _officer.PostAsync(Plan + "/reports", span)).Must(HttpStatusCode.Accepted).Json.Text("id");
        string path = $"{Plan}/reports/{id}";
        await Eventually.TrueAsync(
            async () => (await _officer.GetAsync(path)).Json["owers"]!.AsArray().Count > 0, TimeSpan.FromSeconds(30), "the units are asked");
        if (operation is "AnswerReport" or "CompileReportNow" or "ListReportAnswers") return id;
        (await _officer.PostAsync(path + "/compile")).Must(HttpStatusCode.OK);
        if (operation is "ReturnReport" or "ApproveReport") (await _officer.PostAsync(path + "/submit", Example("SubmitReport"))).Must(HttpStatusCode.OK);
        return id;
    }

    private async Task DocumentAsync(Dictionary<string, string> ids, string operation)
    {
        ClassId classId = new(await AnnouncedAsync());
        ids["documentId"] = (await _officer.PostAsync($"/api/classes/{classId}/documents", Example("MakeClassDocument"))).Must(HttpStatusCode.Created).Json.Text("id");
        if (operation == "GetSignedDocument")
            (await _officer.PostAsync($"{Plan}/documents/{ids["documentId"]}/signed", Files.Alone(Files.Pdf("mau")))).Must(HttpStatusCode.Created);
    }

    private async Task LoggedAsync(Dictionary<string, string> ids)
    {
        JsonNode logged = (await _officer.PostAsync(Plan + "/communication", Example("LogCommunication"))).Must(HttpStatusCode.Created).Json;
        ids["date"] = logged.Text("date");
        ids["activityId"] = logged.Text("id");
    }

    private async Task TourAsync(Dictionary<string, string> ids, string operation)
    {
        if (operation is "PlanTour" or "ListTours") return;
        string id = ids["tourId"] = (await _officer.PostAsync(Plan + "/tours", new { plannedTourId = TestPlan.NextTour() })).Must(HttpStatusCode.Created).Json.Text("id");
        if (operation == "AnnounceTour") return;
        string path = $"{Plan}/tours/{id}";
        JsonNode announcement = Example("AnnounceTour");
        DateTimeOffset now = await _app.NowAsync();
        if (operation == "ReportTour")
        {
            announcement["departsOn"] = now.AddDays(3).ToString("yyyy-MM-dd", null);
            announcement["returnsOn"] = now.AddDays(3).ToString("yyyy-MM-dd", null);
            announcement["nominationsCloseAt"] = now.AddDays(1).ToString("O");
        }

        (await _officer.PostAsync(path + "/announce", announcement)).Must(HttpStatusCode.OK);
        if (operation is "RemoveTourMember" or "GetTour") await MemberAsync(path, 0);
        if (operation == "RemoveTourMember") ids["code"] = (await _officer.GetAsync(path)).Json["members"]![0].Text("code");
        if (operation != "ReportTour") return;
        for (int i = 0; i < 30; i++) await MemberAsync(path, i);
        await _app.AdvanceAsync(now.AddDays(5));
        await Eventually.TrueAsync(
            async () => (await _officer.GetAsync(path)).Json["tour"].Text("stage") == "reporting", TimeSpan.FromSeconds(30), "the tour is over");
    }

    private async Task MemberAsync(string path, int number)
    {
        JsonNode member = Example("AddTourMember");
        member["fullName"] = $"Trần Văn {number}";
        (await _officer.PostAsync(path + "/members", member)).Must(HttpStatusCode.Created);
    }
}
