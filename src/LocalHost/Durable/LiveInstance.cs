using NtmServerless.LocalHost.Durable.Scheduling;
using NtmServerless.LocalHost.Durable.Turns;

namespace NtmServerless.LocalHost.Durable;

/// <summary>
/// An instance that has not ended, as this process holds it. One driver at a time turns it and one commit at a time is under
/// way; everything here is read and changed under the gate. One that rests may be without <see cref="State"/>: then it is
/// read from storage when something comes in.
/// </summary>
internal sealed class LiveInstance(string id)
{
    private Dictionary<string, Sent>? _sent;

    public string Id { get; } = id;

    public Lock Gate { get; } = new();

    public InstanceState? State { get; private set; }

    /// <summary>The orchestrator of the state's execution; made when it is needed.</summary>
    public OrchestratorRun? Run { get; set; }

    /// <summary>Counts how often the state was made: an activity that an earlier one began does not count any more.</summary>
    public int Epoch { get; private set; }

    /// <summary>Activities and sub-orchestrations that go on in this process.</summary>
    public int WorkUnderWay { get; set; }

    public DateTimeOffset? NextDue { get; set; }

    public bool IsDriven { get; set; }

    public bool IsWoken { get; set; }

    public bool IsCommitting { get; set; }

    /// <summary>Memory may differ from storage.</summary>
    public bool MustLoad
    {
        get;
        set
        {
            field = value;
            Doubts += value ? 1 : 0;
        }
    }

    /// <summary>Counts how often memory came into doubt: a reading that began before the last time may be of before it.</summary>
    public int Doubts { get; private set; }

    /// <summary>Out of the list of live instances; whoever still holds it must look it up again.</summary>
    public bool IsGone { get; set; }

    public bool IsKnownToLackCode { get; set; }

    public Task Driver { get; set; } = Task.CompletedTask;

    public Task Committing { get; set; } = Task.CompletedTask;

    public bool HasSenders => _sent?.Count > 0;

    /// <summary>Nothing goes on: only a timer, a message or a client can move it.</summary>
    public bool IsAtRest => !IsGone && !IsDriven && !IsCommitting && !IsWoken && !MustLoad && WorkUnderWay == 0 && !HasSenders && State is { IsAtRest: true };

    /// <summary><see cref="IsAtRest"/>, for those who do not hold the gate.</summary>
    public bool IsAtRestNow()
    {
        lock (Gate)
            return IsAtRest;
    }

    /// <summary>A message whose sender waits until it cannot be lost any more.</summary>
    public Task Send(InboxMessage message)
    {
        Sent sent = new(message, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        (_sent ??= new Dictionary<string, Sent>(StringComparer.Ordinal)).Add(message.Key, sent);
        if (!MustLoad)
            State?.Accept(message);
        return sent.Done.Task;
    }

    /// <summary>The senders of these messages are told that they cannot be lost any more, or why that is not known.</summary>
    public void Answer(IEnumerable<string> keys, Exception? failure = null)
    {
        foreach (string key in _sent is null ? [] : keys)
        {
            if (!_sent!.Remove(key, out Sent? sent))
                continue;
            if (failure is null)
                sent.Done.SetResult();
            else
                sent.Done.SetException(failure);
        }
    }

    /// <summary>The senders of all messages that are nowhere yet are told that they will not be taken.</summary>
    public void Refuse(Exception failure) => Answer([.. _sent?.Keys ?? Enumerable.Empty<string>()], failure);

    /// <summary>Goes on from this state; what senders wait for comes into it.</summary>
    public void Begin(InstanceState state)
    {
        State = state;
        Run = null;
        MustLoad = false;
        Epoch++;
        foreach (Sent sent in _sent?.Values ?? Enumerable.Empty<Sent>())
            state.Accept(sent.Message);
    }

    /// <summary>Forgets everything that storage knows.</summary>
    public void Forget()
    {
        State = null;
        Run = null;
        Epoch++;
    }

    private sealed record Sent(InboxMessage Message, TaskCompletionSource Done);
}
