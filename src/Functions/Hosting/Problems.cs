using System.Net.Sockets;
using System.Text.RegularExpressions;
using Azure;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace NtmServerless.Functions.Hosting;

/// <summary>Which exception becomes which answer. What is not listed is our own fault: 500, and nothing said about it.</summary>
public sealed partial class Problems(VietnameseTexts texts)
{
    // A storage that is away is usually back within half a minute.
    private const string StorageRetrySeconds = "30";

    // Somebody has to make room.
    private const string FullDiskRetrySeconds = "600";

    /// <summary>Rules whose answer is not 409: what was asked for cannot ever be.</summary>
    private static readonly Dictionary<string, int> StatusOfRule = new()
    {
        [Rule.AudienceNotInvited] = StatusCodes.Status422UnprocessableEntity,
        [Rule.ClassDates] = StatusCodes.Status422UnprocessableEntity,
        [Rule.ClassHostNotQualified] = StatusCodes.Status422UnprocessableEntity,
        [Rule.SessionUnknown] = StatusCodes.Status404NotFound,
        [Rule.PeriodUnknown] = StatusCodes.Status404NotFound,
        [Rule.SheetDifferenceUnexplained] = StatusCodes.Status422UnprocessableEntity,
        [Rule.SignInRefused] = StatusCodes.Status422UnprocessableEntity,
        [Rule.FirstCodeWrong] = StatusCodes.Status422UnprocessableEntity,
        [Rule.ResetLinkWrong] = StatusCodes.Status422UnprocessableEntity,
    };

    public Problem Of(Refusal refusal) => Make(refusal.Rule, StatusOfRule.GetValueOrDefault(refusal.Rule, 409), refusal.Facts);

    public Problem Of(Exception e) => e switch
    {
        DatesWarnedException warned => Make(Rule.DatesWarned, 422) with { Errors = ByField(warned) },
        InvalidInputException invalid => Make("invalid-input", 422) with { Errors = ByField(invalid) },
        RuleBrokenException broken => Of(broken.Refusal),
        RecordMissingException missing => Make("missing", 404, [("what", texts.Word(missing.What))]),
        SubmissionReusedException => Make("idempotency-key-reused", 409),
        RecordBusyException => Make("busy", 503) with { RetryAfter = "2" },
        NotOpenYetException => Make("not-open-yet", 503) with { RetryAfter = "10" },
        UnauthenticatedException => Make("unauthenticated", 401),
        ForbiddenException => Make("forbidden", 403),
        ForgeryException => Make("forgery", 403),
        UnknownHostException => Make("unknown-host", 400),
        PasswordChangeNeededException => Make("password-change-needed", 403),
        AccountTakenException taken => Make("invalid-input", 422) with { Errors = OneField(taken.Field, "account-taken") },
        TooManyRequestsException many => Make("too-many-requests", 429, [("seconds", many.RetryAfterSeconds)]) with { RetryAfter = many.RetryAfterSeconds },
        ReceiptException { Expired: true } => Make("receipt-expired", 410),
        ReceiptException => Make("receipt-unknown", 404),
        BadFormException bad => Make(bad.Code, bad.Status, bad.Facts),
        PlanRefusedException refused => Make("plan-refused", 422) with { Errors = texts.PlanErrors(refused.Errors) },
        UnreadableRequestException { Path: { Length: > 1 } path } => Make("unreadable-field", 400) with { Errors = OneField(path, "unreadable") },
        UnreadableRequestException => Make("malformed-json", 400),
        FunctionInputConverterException unread when NotOfTheRoute().Match(unread.Message) is { Success: true } part =>
            Make("missing", 404, [("what", texts.Word(part.Groups["record"] is { Success: true } record ? record.Value.ToLowerInvariant() : "page"))]),
        BadHttpRequestException { StatusCode: 413 } => Make("too-large", 413),
        BadHttpRequestException bad => Make("bad-request", bad.StatusCode is >= 400 and < 500 ? bad.StatusCode : 400),
        RecordDamagedException => Make("record-damaged", 500),
        IOException full when FullDisk.Is(full) => Make("disk-full", 503) with { RetryAfter = FullDiskRetrySeconds },
        _ when IsStorageAway(e) => Make("storage-away", 503) with { RetryAfter = StorageRetrySeconds },
        _ => Make("unexpected", 500),
    };

    /// <summary>Whether the storage, or the host's own, did not answer; it is worth asking again.</summary>
    public static bool IsStorageAway(Exception e) => e switch
    {
        RequestFailedException { Status: 0 or 408 or 429 or >= 500 } => true,
        HttpRequestException or SocketException or TimeoutException or TaskCanceledException => true,
        // What the durable client says when the host's own storage is away, or the host itself.
        RpcException { StatusCode: StatusCode.Unavailable } => true,
        AggregateException many => many.InnerExceptions.All(IsStorageAway),
        _ => false,
    };

    // What routing takes for a number and JSON does not (01, +1), and what cannot be an id.
    [GeneratedRegex(@"to type '(System\.Int32|NtmServerless\.Domain\.Ids\.(?<record>\w+)Id)' from type 'System\.String'")]
    private static partial Regex NotOfTheRoute();

    private Problem Make(string code, int status, IReadOnlyList<(string Name, object Value)>? facts = null)
    {
        (string title, string detail) = texts.Problem(code, facts ?? []);
        return new Problem(code, title, status, detail);
    }

    private Dictionary<string, string[]> ByField(InvalidInputException invalid) => invalid.Errors
        .GroupBy(e => e.Field, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.Select(e => texts.Field(e.Code, e.Facts)).ToArray(), StringComparer.Ordinal);

    private Dictionary<string, string[]> OneField(string path, string code) =>
        new(StringComparer.Ordinal) { [path.TrimStart('$', '.')] = [texts.Field(code, [])] };
}
