using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using NtmServerless.LocalHost.Worker.Messages;

namespace NtmServerless.LocalHost.Worker;

/// <summary>What the worker logs, under the categories it has there.</summary>
internal sealed class WorkerLogs(ILoggerFactory loggers)
{
    private readonly ConcurrentDictionary<string, ILogger> _byCategory = new(StringComparer.Ordinal);

    public void Write(RpcLog log)
    {
        ILogger logger = _byCategory.GetOrAdd(log.Category, loggers.CreateLogger);
        // The text is the app's own; the exception is only text here.
        string text = log.Exception is { } exception ? $"{log.Message}{Environment.NewLine}{exception.Message}" : log.Message;
        logger.Log((LogLevel)log.Level, new EventId(0, log.EventId), text, null, static (state, _) => state);
    }
}
