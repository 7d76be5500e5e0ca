using System.Net.Http.Json;
using System.Text.Json;

namespace NtmServerless.Rehearsal.Host;

/// <summary>Storage requests as the host counts them: its own (durable engine, timers, lease) and the app's records.</summary>
internal readonly record struct StorageCount(long Host, long App)
{
    public long Total => Host + App;

    public static StorageCount operator +(StorageCount a, StorageCount b) => new(a.Host + b.Host, a.App + b.App);

    public static StorageCount operator -(StorageCount a, StorageCount b) => new(a.Host - b.Host, a.App - b.App);
}
