using System.Threading.Channels;

namespace NtmServerless.Storage.Classes;

/// <summary>
/// The desk of one class: commands are taken in order of arrival by one clerk, and those that wait while a transaction is
/// under way are committed together by the next one. This is what a burst for one class needs; other processes meet it by
/// the head's ETag.
/// </summary>
internal sealed class ClassCommandQueue
{
    private readonly Channel<PendingCommand> _waiting = Channel.CreateUnbounded<PendingCommand>(new() { SingleReader = true });
    private int _length;

    /// <summary>Head and summary as this process last saw them; only the clerk touches them.</summary>
    public ClassHead? Head { get; set; }

    public Azure.ETag? Summary { get; set; }

    public bool IsIdle => Volatile.Read(ref _length) == 0;

    /// <summary>Puts a command in the line. True when nobody serves the line, so that the caller must.</summary>
    public bool Enqueue(PendingCommand command)
    {
        _waiting.Writer.TryWrite(command);
        return Interlocked.Increment(ref _length) == 1;
    }

    /// <summary>The commands that wait now, at most <paramref name="most"/>; a command that must be alone comes alone.</summary>
    public List<PendingCommand> Take(int most)
    {
        List<PendingCommand> taken = [];
        while (taken.Count < most && _waiting.Reader.TryPeek(out PendingCommand? next))
        {
            if (taken.Count > 0 && (!next.Groups || !taken[0].Groups)) break;
            _waiting.Reader.TryRead(out _);
            taken.Add(next);
        }

        return taken;
    }

    /// <summary>Marks commands as served. True while more are waiting.</summary>
    public bool Served(int count) => Interlocked.Add(ref _length, -count) > 0;
}
