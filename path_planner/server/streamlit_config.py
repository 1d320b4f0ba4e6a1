"""The configuration of Streamlit."""

from types import MappingProxyType

from streamlit import config

LOOPBACK = "127.0.0.1"
HOSTS = ("localhost", LOOPBACK)

THEME = MappingProxyType(
    {
        "theme.base": "light",
        "theme.primaryColor": "#1F5C8B",
        "theme.backgroundColor": "#FFFDF8",
        "theme.secondaryBackgroundColor": "#F4EFE4",
        "theme.textColor": "#1E2430",
        "theme.linkColor": "#1F5C8B",
        "theme.borderColor": "#8A8371",
        "theme.showWidgetBorder": True,
        "theme.baseRadius": "medium",
        "theme.baseFontSize": 18,
        "theme.font": "sans-serif",
    }
)

SETTINGS = MappingProxyType(
    {
        "server.address": LOOPBACK,
        "server.allowedHosts": list(HOSTS),
        "server.headless": True,
        "server.showEmailPrompt": False,
        "server.fileWatcherType": "none",
        "server.enableStaticServing": False,
        "server.enableAgentApi": False,
        "server.maxUploadSize": 10,
        "server.maxWidgetStateSize": 8,
        "browser.gatherUsageStats": False,
        "client.showErrorDetails": "none",
        "client.showErrorLinks": False,
        "client.toolbarMode": "viewer",
        "client.allowedOrigins": [],
        # Collecting all garbage after each rerun stalls everybody once many tabs are open.
        "runner.postScriptGC": False,
        "runner.magicEnabled": False,
        "logger.level": "error",
        **THEME,
    }
)


def apply(port: int) -> None:
    """Set all options as flags would: they override files and environment variables."""
    config.get_config_options(
        force_reparse=True, options_from_flags={**SETTINGS, "server.port": port}
    )
