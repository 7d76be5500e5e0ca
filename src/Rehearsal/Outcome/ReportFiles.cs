using System.Text.Json;
using NtmServerless.Rehearsal.Host;
using NtmServerless.Rehearsal.Office;

namespace NtmServerless.Rehearsal.Outcome;

/// <summary>Fetches every report as an officer would: what people read, and its figures.</summary>
internal static class ReportFiles
{
    public static async Task FetchAsync(Client client, Keys keys, string planId, string folder)
    {
        Directory.CreateDirectory(folder);
        string key = keys[OfficePlan.Committee];
        JsonElement list = (await client.GetAsync($"api/plans/{planId}/reports", key)).Must(200).Json;
        foreach (string id in list.EnumerateArray().Select(r => r.GetProperty("id").GetString()!))
        {
            await File.WriteAllTextAsync(Path.Combine(folder, $"{id}.json"), (await client.GetAsync($"api/plans/{planId}/reports/{id}", key)).Must(200).Body);
            await File.WriteAllTextAsync(Path.Combine(folder, $"{id}.html"), (await client.GetAsync($"api/plans/{planId}/reports/{id}/page", key)).Must(200).Body);
        }
    }
}
