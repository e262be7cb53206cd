# mlsd in the terminal, its data in a volume:
#   docker build -t mlsd . && docker run -it -v mlsd:/data mlsd
# The bot in Slack, Discord or both, with the tokens from a file:
#   docker run -d --restart unless-stopped --env-file .env -v mlsd:/data mlsd serve
# It writes nowhere but to /data and needs no rights, so that it may be kept from both, as compose.yaml does:
#   docker run --read-only --cap-drop ALL --security-opt no-new-privileges ...
FROM node:24-slim
WORKDIR /app

# The image brings Node 24 itself. No install scripts: they would only fetch a second one.
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts \
 && npm cache clean --force

COPY LICENSE ./
COPY bin/ bin/
COPY flows/ flows/
COPY prompts/ prompts/
COPY src/ src/

# A named volume takes over the owner of the folder that it is mounted on, so the folder is given away first.
RUN mkdir /data \
 && chown node:node /data
ENV NODE_ENV=production \
    MLSD_HOME=/data
VOLUME /data
USER node

# Socket Mode and Discord have no server to ask, so health means: the command starts. Whether the tokens are taken says
# "mlsd doctor".
HEALTHCHECK --interval=1m --timeout=10s --start-period=5s --retries=3 \
  CMD ["node", "bin/mlsd.js", "--version"]

# For Slack over HTTP; Socket Mode, Discord and the terminal listen on nothing.
EXPOSE 3000

# Without arguments this is the terminal; with arguments any command: docker run -it -v mlsd:/data mlsd history
ENTRYPOINT ["node", "bin/mlsd.js"]
CMD []
