namespace NtmServerless.LocalHost.Startup;

/// <summary>A part of the host that works on the storage for as long as this host owns it: the durable engine.</summary>
internal interface IHostedEngine
{
    /// <summary>Called once the owner lease is held.</summary>
    Task StartAsync(CancellationToken cancellation);

    /// <summary>Ends the work in hand; called before the owner lease is given up.</summary>
    Task StopAsync(CancellationToken cancellation);
}
