using System.Net;

namespace NtmServerless.Rehearsal.Host;

/// <summary>Kills the host where it was asked for, starts it again, and lets whoever was cut off try again.</summary>
internal sealed class Disturbance(ChildHost host, RehearsalOptions options)
{
    private int _requests;
    private int _advances;

    /// <summary>What was under way at each kill.</summary>
    public List<string> Kills { get; } = [];

    /// <summary>Called before a kill, so that what only the process knows can be noted.</summary>
    public Func<Task> BeforeKill { get; set; } = () => Task.CompletedTask;

    /// <summary>Repeats an exchange that a kill cut off until an answer comes.</summary>
    public async Task<T> SurviveAsync<T>(Func<Task<T>> exchange)
    {
        for (; ; )
        {
            int kills = Kills.Count;
            try
            {
                return await exchange();
            }
            catch (Exception broken) when (kills < Kills.Count && broken is HttpRequestException or IOException)
            {
                // The host is there again: the same exchange under the same key.
            }
        }
    }

    /// <summary>Sends a request; kills the host as soon as its last byte is out, or as it is answered, when its number was asked for.</summary>
    public async Task<HttpResponseMessage> MaybeKillAsync(HttpRequestMessage request, HttpClient http)
    {
        _requests++;
        if (options.KillAfter.Contains(_requests))
        {
            HttpResponseMessage answered = await http.SendAsync(request);
            await BeforeKill();
            await KillAsync($"{request.Method} {request.RequestUri!.AbsolutePath}");
            return answered;
        }

        if (!options.KillAt.Contains(_requests)) return await http.SendAsync(request);
        await BeforeKill();
        TaskCompletionSource sent = new(TaskCreationOptions.RunContinuationsAsynchronously);
        if (request.Content is { } content) request.Content = new Announced(content, sent);
        else sent.SetResult();
        Task<HttpResponseMessage> answer = http.SendAsync(request);
        await sent.Task;
        await KillAsync($"{request.Method} {request.RequestUri!.AbsolutePath}");
        return await answer;
    }

    /// <summary>Advances the clock; kills the host once business time has moved when the advance's number was asked for.</summary>
    public async Task<HttpResponseMessage> MaybeKillAsync(Func<Task<HttpResponseMessage>> advance)
    {
        if (!options.KillAtAdvance.Contains(++_advances)) return await advance();
        await BeforeKill();
        string clock = Path.Combine(options.Data, "clock.json");
        string before = await File.ReadAllTextAsync(clock);
        Task<HttpResponseMessage> answer = advance();
        while (!answer.IsCompleted && await File.ReadAllTextAsync(clock) == before) await Task.Yield();
        await KillAsync("clock");
        return await answer;
    }

    private async Task KillAsync(string during)
    {
        // Started again here, not where the exchange broke: a host that answered before it died broke none.
        Kills.Add(during);
        await host.KillAsync();
        await host.StartAsync();
    }

    /// <summary>A body that says when it has been written.</summary>
    private sealed class Announced : HttpContent
    {
        private readonly HttpContent _inner;
        private readonly TaskCompletionSource _sent;

        public Announced(HttpContent inner, TaskCompletionSource sent)
        {
            _inner = inner;
            _sent = sent;
            foreach ((string name, IEnumerable<string> values) in inner.Headers) Headers.TryAddWithoutValidation(name, values);
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await _inner.CopyToAsync(stream);
            await stream.FlushAsync();
            _sent.TrySetResult();
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _inner.Headers.ContentLength ?? 0;
            return _inner.Headers.ContentLength is not null;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) _inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
