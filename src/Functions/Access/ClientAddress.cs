using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace NtmServerless.Functions.Access;

/// <summary>
/// Which client a request is from, as far as anything trustworthy says so. A host's proxy tells who connected to it; where a front end
/// stands before that, it is the front end for everybody, and only a header that the front end sets tells clients apart.
/// </summary>
/// <remarks>
/// Setting <c>ClientAddressHeader</c> names that header, <c>ClientAddressFrom</c> the addresses and networks (<c>10.0.0.0/8</c>) of the front
/// ends that are believed, or <c>any</c> where nothing else can connect. On Azure (<c>WEBSITE_SITE_NAME</c> is there) without them nothing
/// is known of a client.
/// </remarks>
public sealed class ClientAddress
{
    /// <summary>Names the header.</summary>
    public const string HeaderSetting = "ClientAddressHeader";

    /// <summary>Who is believed.</summary>
    public const string FromSetting = "ClientAddressFrom";

    private readonly string? _header;
    private readonly IPNetwork[] _from = [];
    private readonly bool _fromAny;
    private readonly bool _isBehindTheUnknown;

    public ClientAddress(IConfiguration configuration)
    {
        _header = configuration[HeaderSetting] is { Length: > 0 } header ? header : null;
        _isBehindTheUnknown = _header is null && configuration["WEBSITE_SITE_NAME"] is { Length: > 0 };
        string from = configuration[FromSetting]?.Trim() ?? "";
        _fromAny = from.Equals("any", StringComparison.OrdinalIgnoreCase);
        IPNetwork?[] read = _fromAny ? [] : [.. from.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries).Select(NetworkOf)];
        _from = [.. read.OfType<IPNetwork>()];
        bool isUsable = _fromAny || read.Length > 0 && read.All(network => network is not null);
        if (_header is not null && !isUsable) Problem = "client-address-from";
    }

    /// <summary>What is wrong with the settings, a key of the console's texts; null: nothing.</summary>
    public string? Problem { get; }

    /// <summary>Something that stands for the client's address and nothing else; null: nothing trustworthy is known of it.</summary>
    public string? Of(HttpContext http)
    {
        if (_isBehindTheUnknown || http.Connection.RemoteIpAddress is not { } connected) return null;
        if (_header is null || !IsBelieved(connected)) return Counted(connected);
        // Of a list the last one was added by who is believed; the ones before it by anybody.
        string last = http.Request.Headers[_header].ToString().Split(',')[^1].Trim();
        return IPAddress.TryParse(last, out IPAddress? address) ? Counted(address)
            : IPEndPoint.TryParse(last, out IPEndPoint? withPort) ? Counted(withPort.Address) : null;
    }

    private bool IsBelieved(IPAddress connected)
    {
        IPAddress plain = connected.IsIPv4MappedToIPv6 ? connected.MapToIPv4() : connected;
        return _fromAny || _from.Any(network => network.BaseAddress.AddressFamily == plain.AddressFamily && network.Contains(plain));
    }

    // Whoever has one IPv6 address has 2^64 of them.
    private static string Counted(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4().ToString();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }

    private static IPNetwork? NetworkOf(string text) =>
        IPNetwork.TryParse(text, out IPNetwork network) ? network
        : IPAddress.TryParse(text, out IPAddress? one) ? new IPNetwork(one, one.AddressFamily == AddressFamily.InterNetwork ? 32 : 128) : null;
}
