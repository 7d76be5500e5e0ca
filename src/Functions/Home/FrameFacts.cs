using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NtmServerless.Functions.Home;

/// <summary>Whose the pages are, by the plan of today; how many notices wait. Both are remembered, so that most pages ask the storage for neither.</summary>
public sealed class FrameFacts(CurrentPlan current, PostStore post, ILogger<FrameFacts> log) : IFrameFacts
{
    public async Task<(OfficeIdentity? Office, int Unread)> OfAsync(HttpContext http)
    {
        try
        {
            if (await current.OfTodayAsync(http.RequestAborted) is not { } plan) return (null, 0);
            int unread = http.Features.Get<Officer>() is { } officer ? await post.UnreadAsync(plan.Id, officer.Caller.UnitId, http.RequestAborted) : 0;
            return (OfficeIdentity.Of(plan), unread);
        }
        catch (Exception e) when (e is RecordDamagedException || Problems.IsStorageAway(e))
        {
            // The page that says so must not fail for the same reason.
            HomeLog.FrameWithoutFacts(log, FailureTrace.Of(e));
            return (null, 0);
        }
    }
}
