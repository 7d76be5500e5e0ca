using Microsoft.AspNetCore.Http;

namespace NtmServerless.Functions.Hosting;

/// <summary>What stands in the head of every page and is found in records; the feature that knows them gives it.</summary>
public interface IFrameFacts
{
    /// <summary>Whose the pages are, null where no plan says it; and how many notices the officer's unit has not read. Never fails.</summary>
    Task<(OfficeIdentity? Office, int Unread)> OfAsync(HttpContext http);
}
