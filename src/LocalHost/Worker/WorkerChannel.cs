using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.Channels;
using Grpc.Core;
using NtmServerless.LocalHost.Functions;
using NtmServerless.LocalHost.Worker.Messages;

namespace NtmServerless.LocalHost.Worker;

/// <summary>The stream between this host and one worker process: questions and answers, matched by their ids.</summary>
/// <param name="log">Told what the worker logs.</param>
/// <param name="lost">Told when the worker is gone, before those who wait for it are.</param>
internal sealed class WorkerChannel(Action<RpcLog> log, Action lost)
{
    private readonly Channel<StreamingMessage> _toSend = Channel.CreateUnbounded<StreamingMessage>(new UnboundedChannelOptions());
    private readonly ConcurrentDictionary<string, TaskCompletionSource<StreamingMessage>> _asked = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<InvocationResponse>> _invoked = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _lost = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _questions;

    /// <summary>Completes when the worker has connected.</summary>
    public Task Connected => _connected.Task;

    /// <summary>Completes when the worker is gone.</summary>
    public Task Lost => _lost.Task;

    /// <summary>Speaks with the worker until either side ends the stream.</summary>
    public async Task RunAsync(IAsyncStreamReader<StreamingMessage> from, IServerStreamWriter<StreamingMessage> to, CancellationToken ended)
    {
        _connected.TrySetResult();
        Task writing = WriteAsync(to, ended);
        try
        {
            while (await from.MoveNext(ended))
                Take(from.Current);
        }
        finally
        {
            Lose();
            await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Asks something that is answered under the same id.</summary>
    /// <exception cref="WorkerLostException">The worker ended before it answered.</exception>
    public async Task<StreamingMessage> AskAsync(StreamingMessage question, CancellationToken cancellation)
    {
        question.RequestId = Interlocked.Increment(ref _questions).ToString(CultureInfo.InvariantCulture);
        TaskCompletionSource<StreamingMessage> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _asked[question.RequestId] = answer;
        Send(question);
        if (_lost.Task.IsCompleted)
            answer.TrySetException(new WorkerLostException());
        return await answer.Task.WaitAsync(cancellation);
    }

    /// <summary>Runs a function; a cancelled one is told so, and still awaited.</summary>
    /// <exception cref="WorkerLostException">The worker ended before it answered.</exception>
    public async Task<InvocationResponse> InvokeAsync(InvocationRequest invocation, CancellationToken cancellation)
    {
        TaskCompletionSource<InvocationResponse> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _invoked[invocation.InvocationId] = answer;
        Send(new StreamingMessage { InvocationRequest = invocation });
        if (_lost.Task.IsCompleted)
            answer.TrySetException(new WorkerLostException());
        try
        {
            await using CancellationTokenRegistration told = cancellation.UnsafeRegister(_ => Cancel(invocation.InvocationId), null);
            return await answer.Task;
        }
        finally
        {
            _invoked.TryRemove(invocation.InvocationId, out _);
        }
    }

    public void Send(StreamingMessage message) => _toSend.Writer.TryWrite(message);

    /// <summary>The worker is gone: nobody is answered any more.</summary>
    public void Lose()
    {
        if (!_lost.TrySetResult())
            return;
        lost();
        _toSend.Writer.TryComplete();
        foreach (TaskCompletionSource<StreamingMessage> waiting in _asked.Values)
            waiting.TrySetException(new WorkerLostException());
        foreach (TaskCompletionSource<InvocationResponse> waiting in _invoked.Values)
            waiting.TrySetException(new WorkerLostException());
    }

    private void Cancel(string invocation) => Send(new StreamingMessage { InvocationCancel = new InvocationCancel { InvocationId = invocation } });

    private async Task WriteAsync(IServerStreamWriter<StreamingMessage> to, CancellationToken ended)
    {
        WriteOptions more = new(WriteFlags.BufferHint), last = new();
        while (await _toSend.Reader.WaitToReadAsync(ended))
        {
            while (_toSend.Reader.TryRead(out StreamingMessage? message))
            {
                // What waits already goes out together.
                to.WriteOptions = _toSend.Reader.TryPeek(out _) ? more : last;
                await to.WriteAsync(message, ended);
            }
        }
    }

    private void Take(StreamingMessage message)
    {
        if (message.ContentCase == StreamingMessage.ContentOneofCase.InvocationResponse)
        {
            if (_invoked.TryGetValue(message.InvocationResponse.InvocationId, out TaskCompletionSource<InvocationResponse>? waiting))
                waiting.TrySetResult(message.InvocationResponse);
        }
        else if (message.ContentCase == StreamingMessage.ContentOneofCase.RpcLog)
        {
            log(message.RpcLog);
        }
        else if (_asked.TryRemove(message.RequestId, out TaskCompletionSource<StreamingMessage>? asked))
        {
            asked.TrySetResult(message);
        }
    }
}
