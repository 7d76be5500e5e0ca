namespace NtmServerless.LocalHost.Tests.Host.TwoHosts;

/// <summary>One of two hosts on a storage that neither of them started.</summary>
/// <param name="Name">Its name, which its effects carry.</param>
/// <param name="Folder">Its data folder.</param>
/// <param name="Connection">The storage of both.</param>
/// <param name="Suffix">Suffix of everything in it that is theirs.</param>
/// <param name="Starts">How many instances it starts once it is ready.</param>
internal sealed record HostPlan(string Name, string Folder, string Connection, string Suffix, int Starts)
{
    /// <summary>Table of the effects: a row for each instance, step and host.</summary>
    public string Effects => "Effects" + Suffix;

    /// <summary>File in which the host notes each activity when it begins and when it has ended.</summary>
    public string Notes => Path.Combine(Folder, "notes.txt");
}
